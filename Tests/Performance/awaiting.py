"""Waiting for what a program writes to its terminal; scripts of this folder share it."""
import re, sys, time


class Awaiting:
    """Needs `read(seconds)`, which gives what comes within a time, and nothing where nothing does."""

    def until(self, pattern, seconds=120):
        """Reads until the output has a pattern. Gives the time."""
        seen, deadline = b"", time.monotonic() + seconds
        while not re.search(pattern, seen):
            piece = self.read(deadline - time.monotonic())
            if not piece: sys.exit(f"waited in vain for {pattern}; last came {seen[-600:]}")
            seen = seen[-100_000:] + piece
        return time.monotonic()

    def settle(self, seconds=0.5):
        while self.read(seconds): pass
