#!/usr/bin/env python3
"""What a folder of many articles costs when it is opened again, against its first opening.

    Tests/Performance/reopening.py [--files N] [--pairs N] [--commands COMMAND,...] PROGRAM

Pairs of openings, each with a cache of its own: one that keeps what it read, and one that finds it. Seconds are of
processor time, by all threads, and by the clock. It fails where the two do not write the same.
"""

import argparse
import hashlib
import os
import random
import resource
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from scaling import filler, header, told


def article(draw, number):
    """Some 340 words, with a figure in each sixth sentence."""
    return header(number) + "\n".join(filler(draw) if line % 6 else told(draw) for line in range(24)) + "\n"


def opened(command, cache):
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "XDG_CACHE_HOME": cache}
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    output = subprocess.run(command, env=environment, check=True, capture_output=True).stdout
    passed, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used, passed, hashlib.sha256(output).hexdigest()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--commands", default="claims,incidents,brief")
    parser.add_argument("program")
    options = parser.parse_args()
    draw = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        for number in range(options.files):
            Path(folder, f"{number:05}.txt").write_text(article(draw, number))
        for command in options.commands.split(","):
            pairs = []
            for _ in range(options.pairs):
                with tempfile.TemporaryDirectory() as cache:
                    first, again = (opened([options.program, command, folder], cache) for _ in range(2))
                    kept = sum(file.stat().st_size for file in Path(cache, "sitboard").iterdir())
                if first[2] != again[2]:
                    raise SystemExit(f"{command}: opened again it writes something else")
                pairs.append(first[:2] + again[:2])
            columns = [statistics.median(column) for column in zip(*pairs)]
            ratios = [statistics.median(pair[2 + n] / pair[n] for pair in pairs) for n in range(2)]
            print(
                f"{command}: {columns[0]:.2f} s of processor time at first, {columns[2]:.2f} again ({ratios[0]:.2f}); "
                f"{columns[1]:.2f} and {columns[3]:.2f} s by the clock ({ratios[1]:.2f}); {kept / 1e6:.1f} MB kept"
            )


if __name__ == "__main__":
    main()
