#!/usr/bin/env python3
"""How time and memory grow with the input: every command, every kind of input, at 1, 2, 4 and 8 times a size.

    Tests/Performance/scaling.py [--kinds KIND,...] [--commands COMMAND,...] [--count] [--share N] PROGRAM

Time is that of all processors (user and system), memory the largest resident set. The exponent is that of time over
size from the first row to the last: 1 is linear. Inputs are made from a fixed seed, so that runs can be compared.

With --count the work is counted in place of time, in millions of instructions (valgrind's cachegrind), which a busy
machine does not change; the exponent is that of what each doubling adds, in which the start of the program has no part. It takes fifty
times as long: --share 8 makes every input an eighth as large.
"""

import argparse
import hashlib
import math
import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

NAMES = ["Adel Rahmani", "Sana Mirza", "Tariq Jamali", "Hamid Reki", "Laila Durrani", "Omar Sethi"]
ROLES = ["governor", "police officer", "railway spokesman", "army spokesman", "doctor", "minister"]
STATES = ["held", "killed", "rescued", "injured", "freed", "missing"]
WORDS = (
    "the line runs through dry hills and a river bed where trains slow down before the old bridge of stone and iron "
    "that engineers built"
).split()
SYLLABLES = "ka le mi no ru sa te vi zo da".split()
KIB = 1024
# Every input is made smaller by this much.
SHARE = int(os.environ.get("SHARE", 1))


def told(draw):
    who = draw.randrange(6)
    return (
        f"{draw.randrange(2, 400)} passengers were {draw.choice(STATES)} near the Selim tunnel, "
        f"said {ROLES[who]} {NAMES[who]}."
    )


def filler(draw):
    return " ".join(draw.choice(WORDS) for _ in range(14)).capitalize() + "."


def story(draw, claims=2, others=3):
    lines = [told(draw) for _ in range(claims)] + [filler(draw) for _ in range(others)]
    draw.shuffle(lines)
    return "\n".join(lines) + "\n"


def header(number):
    return (
        f"Title: Report {number} from Selim\nOutlet: Wire {number % 17}\n"
        f"Date: 2025-03-{11 + number % 9}T{number % 24:02d}:{number % 60:02d}+05:00\n\n"
    )


def name(number):
    parts = SYLLABLES[number % 10]
    while number := number // 10:
        parts += SYLLABLES[number % 10]
    return parts.capitalize()


DATED = "Date: 2025-03-11T10:00+05:00\n\n"


def stories(draw, count):
    return "\n\f\n".join(header(number) + story(draw) for number in range(count))


def feed(draw, count):
    items = "".join(
        f"<item><title>Report {number}</title><pubDate>Tue, 11 Mar 2025 {number % 24:02d}:00:00 +0500</pubDate>"
        f"<description>&lt;p&gt;{story(draw)}&lt;/p&gt;</description></item>\n"
        for number in range(count)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>{items}</channel></rss>'


def page(draw, count):
    body = "".join(f"<p>{filler(draw) if number % 5 else told(draw)}</p>\n" for number in range(count))
    return f"<html><head><title>Selim</title></head><body><article>{body}</article></body></html>"


def local(draw, count):
    return DATED + "".join((filler(draw) if number % 20 else told(draw)) + "\n" for number in range(count))


def dense(draw, count):
    return DATED + "".join(told(draw) + "\n" for number in range(count))


def speakers(draw, count):
    return DATED + "".join(
        f"{draw.randrange(2, 400)} passengers were held near the tunnel, "
        f"said Governor {name(number)} {name(number * 7 + 3)}.\n"
        for number in range(count)
    )


def short_lines(draw, count):
    return "a\n" * count


def one_line(draw, count):
    return " ".join(filler(draw) if number % 4 else told(draw) for number in range(count))


# The name of a kind, its ending, what makes it, and the bytes of its smallest input.
TEXTS = {
    "stories of one file": ("txt", stories, 60 * KIB),
    "feed": ("xml", feed, 64 * KIB),
    "page": ("html", page, 256 * KIB),
    "local news": ("txt", local, KIB * KIB),
    "dense in claims": ("txt", dense, 128 * KIB),
    "many speakers": ("txt", speakers, 128 * KIB),
    "short lines": ("txt", short_lines, 64 * KIB),
    "one line": ("txt", one_line, 128 * KIB),
}


def text(kind, times, folder):
    ending, make, size = TEXTS[kind]
    size //= SHARE
    a_step = len(make(random.Random(1), 64)) / 64
    path = folder / f"{kind.replace(' ', '-')}-{times}.{ending}"
    path.write_text(make(random.Random(1), max(1, int(size * times / a_step))))
    return [str(path)]


def reports(times, folder):
    draw = random.Random(8)
    path = folder / f"reports-{times}"
    path.mkdir(exist_ok=True)
    for number in range(375 * times // SHARE):
        opening = "Gunmen hold the Karun Express at the Selim Tunnel.\n"
        (path / f"{number:05d}.txt").write_text(header(number) + opening + story(draw, 12, 12))
    return [str(path)]


def journal(times, folder):
    identity = hashlib.sha256(b"scaling").hexdigest()

    def sealed(body):
        return f'{body},"checksum":"{hashlib.sha256(body.encode()).hexdigest()[:16]}"}}\n'

    path = folder / f"journal-{times}.jsonl"
    with path.open("w") as file:
        file.write(sealed(f'{{"sitboard":"journal","version":2,"identity":"{identity}"'))
        for number in range(1, 25000 * times // SHARE + 1):
            words = f"note {number}: " + " ".join(WORDS) * 3
            file.write(
                sealed(
                    f'{{"sequence":{number},"article_id":{{"digest":"{identity}","story":{number}}},"author":"watch",'
                    f'"at":"2025-03-13T04:00Z","text":"{words}","act":"note","claim":null'
                )
            )
    return ["--journal", str(path), "seeds/undated"]


def event_lines(times, folder, program):
    path = folder / f"event-lines-{times}.jsonl"
    with path.open("wb") as file:
        subprocess.run([program, "events", *text("stories of one file", 2 * times, folder)], stdout=file, check=True)
    return [str(path)]


def size_of(arguments):
    path = Path(next(word for word in arguments if word.startswith("/")))
    return path.stat().st_size if path.is_file() else sum(file.stat().st_size for file in path.iterdir())


def counted(program, command, arguments):
    """Millions of instructions, and nothing of memory: valgrind's own would be counted."""
    tool = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    done = subprocess.run([*tool, program, *command.split(), *arguments], capture_output=True, stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        return None
    found = re.search(rb"I +refs: +([0-9,]+)", done.stderr)
    return int(found[1].replace(b",", b"")) / 1e6, 0


def measure(program, command, arguments):
    with open(os.devnull, "w") as nowhere:
        process = subprocess.Popen(
            [program, *command.split(), *arguments], stdout=nowhere, stderr=nowhere, stdin=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        return None
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * KIB


def make(kind, times, folder, program):
    if kind == "event lines":
        return event_lines(times, folder, program)
    makers = {"reports of one incident": reports, "journal": journal}
    return makers[kind](times, folder) if kind in makers else text(kind, times, folder)


def made(kind, times, folder, program):
    """Makes an input in another process: what this one holds would be counted as memory of those that it starts."""
    command = [sys.executable, __file__, "--make", kind, str(times), str(folder), program]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


def main():
    if sys.argv[1:2] == ["--make"]:
        print("\n".join(make(sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]), sys.argv[5])))
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kinds", default=",".join([*TEXTS, "reports of one incident", "event lines", "journal"]))
    parser.add_argument("--commands", default="claims,brief,diff,events,incidents,explain,--linear")
    parser.add_argument("--count", action="store_true")
    parser.add_argument("--share", type=int, default=1)
    parser.add_argument("program")
    options = parser.parse_args()
    os.environ["SHARE"] = str(options.share)
    # What is kept of articles that were read would spare the second command its work.
    os.environ["XDG_CACHE_HOME"] = "/dev/null"
    if options.count:
        print("| input | command | bytes | millions of instructions at 1×, 2×, 4×, 8× | exponent |\n|---|---|---|---|---|")
    else:
        print("| input | command | bytes | seconds at 1×, 2×, 4×, 8× | exponent | MB at 1×, 2×, 4×, 8× | bytes a byte |")
        print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        for kind in options.kinds.split(","):
            inputs = [made(kind, times, name, options.program) for times in (1, 2, 4, 8)]
            commands = ["brief"] if kind == "journal" else options.commands.split(",")
            for command in commands:
                tell(options, kind, command, inputs)


def tell(options, kind, command, inputs):
    """Prints a row of the table, or that the command does not take such an input."""
    sizes = [size_of(arguments) for arguments in inputs]
    work = counted if options.count else measure
    found = []
    for arguments in inputs:
        found.append(work(options.program, command, arguments))
        if found[-1] is None:
            print(f"| {kind} | `{command}` | not measured: it does not take such an input, or failed |", flush=True)
            return
    times, memory = [row[0] for row in found], [row[1] for row in found]
    if options.count:
        added, before = times[3] - times[2], times[2] - times[1]
        exponent = math.log(added / before) / math.log((sizes[3] - sizes[2]) / (sizes[2] - sizes[1]))
        counts = " ".join(f"{count:,.0f}" for count in times)
        print(f"| {kind} | {command} | {sizes[0]:,} | {counts} | {exponent:.2f} |", flush=True)
        return
    exponent = math.log(times[-1] / times[0]) / math.log(sizes[-1] / sizes[0])
    share = (memory[-1] - memory[0]) / (sizes[-1] - sizes[0])
    print(
        f"| {kind} | {command} | {sizes[0]:,} | {' '.join(f'{t:.2f}' for t in times)} | {exponent:.2f} "
        f"| {' '.join(f'{m / 1e6:.0f}' for m in memory)} | {share:.1f} |",
        flush=True,
    )


if __name__ == "__main__":
    main()
