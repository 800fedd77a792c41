#!/usr/bin/env python3
"""Counts what terminal programs send: bytes of the first screen, and bytes of each step.

  steps.py [--steps N] SITBOARD [PATH…]

The board steps through the replay (`g`, then `.`) at 120×40 and shows its first screen at 80×24. Where they are
installed, less, tig, htop and lnav page or step on their own under the same terminal. A step is over when nothing has
come for 60 ms.
"""
import argparse, fcntl, os, pty, select, shutil, signal, statistics, struct, tempfile, termios, time


class Session:
    """A program under a terminal of a size."""

    def __init__(self, command, columns, rows):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            state = tempfile.mkdtemp()
            os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8", TZ="UTC", XDG_STATE_HOME=state, HOME=state)
            os.execvp(command[0], command)

    def read(self, patience, quiet=0.06):
        """Bytes until the output pauses; at most `patience` seconds for the first of them."""
        total, wait = 0, patience
        while select.select([self.terminal], [], [], wait)[0]:
            try:
                total += len(os.read(self.terminal, 65536))
            except OSError:
                break
            wait = quiet
        return total

    def press(self, keys):
        os.write(self.terminal, keys)
        return self.read(0.5)

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)


def measure(name, command, first, step, steps):
    small = Session(command, 80, 24)
    screen = small.read(10, 0.3)
    small.end()
    session = Session(command, 120, 40)
    session.read(10, 0.3)
    if first:
        session.press(first)
    sizes = sorted(session.press(step) for _ in range(steps))
    session.end()
    p95 = sizes[min(len(sizes) - 1, len(sizes) * 95 // 100)]
    print(f"| {name} | {screen} | {statistics.median(sizes):.0f} | {p95} | {sizes[-1]} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--steps", type=int, default=210)
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    print("| program, step | first screen at 80×24, bytes | a step at 120×40: median | p95 | most |")
    print("|---|---|---|---|---|")
    measure("sitboard, an event", options.command, b"g", b".", options.steps)
    text = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs", "commands.md")
    others = [
        ("less, a page", ["less", text], b" "), ("less, a line", ["less", text], b"j"),
        ("tig, a commit", ["tig"], b"j"), ("htop, a row", ["htop"], b"\x1b[B"), ("lnav, a line", ["lnav", text], b"j"),
    ]
    for name, command, step in others:
        if shutil.which(command[0]):
            measure(name, command, None, step, min(options.steps, 20))
        else:
            print(f"| {name} | not installed: skipped | | | |")


if __name__ == "__main__":
    main()
