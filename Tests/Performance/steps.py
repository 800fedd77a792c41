#!/usr/bin/env python3
"""Measures terminal programs from outside, all in one run: time to the first screen, bytes, answers to keys, and rest.

  steps.py [--steps N] [--rest SECONDS] SITBOARD [PATH…]

The board steps through the replay (`g`, then `.`) at 120×40 and shows its first screen at 80×24. Where they are
installed, less, tig, htop and lnav page or step on their own under the same terminal. A step is over when nothing
has come for 60 ms, a first screen when nothing has come for 300. At rest, context switches of all threads and memory are read from /proc.
"""
import argparse, fcntl, glob, os, pty, select, shutil, signal, statistics, struct, tempfile, termios, time


class Session:
    """A program under a terminal of a size."""

    def __init__(self, command, columns, rows):
        began, tell = os.pipe()
        os.set_inheritable(tell, False)
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            state = tempfile.mkdtemp()
            os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8", TZ="UTC", XDG_STATE_HOME=state, HOME=state)
            os.write(tell, struct.pack("d", time.monotonic()))
            os.execvp(command[0], command)
        os.close(tell)
        self.began = struct.unpack("d", os.read(began, 8))[0]
        os.close(began)

    def read(self, patience, quiet=0.06):
        """How much came until the output paused, and when the first and the last of it came; at most `patience`
        seconds for the first."""
        total, wait, first, last = 0, patience, None, None
        # Some programs never pause.
        deadline = time.monotonic() + patience + 2
        while time.monotonic() < deadline and select.select([self.terminal], [], [], wait)[0]:
            try:
                total += len(os.read(self.terminal, 65536))
            except OSError:
                break
            last = time.monotonic()
            first = first or last
            wait = quiet
        return total, first, last

    def press(self, keys):
        """How much a key brings, and after how many milliseconds the first of it came; `None` for nothing."""
        before = time.monotonic()
        os.write(self.terminal, keys)
        total, first, _ = self.read(0.5)
        return total, first and (first - before) * 1000

    def usage(self):
        """Context switches so far, of all threads of the program and its children, and resident megabytes."""
        switches, kilobytes = 0, 0
        for pid in [self.pid] + [int(p) for p in self.children()]:
            for path in glob.glob(f"/proc/{pid}/task/*/status"):
                status = dict(line.split(":", 1) for line in open(path) if ":" in line)
                switches += int(status["voluntary_ctxt_switches"]) + int(status["nonvoluntary_ctxt_switches"])
            kilobytes += int(status["VmRSS"].split()[0])
        return switches, kilobytes / 1024

    def children(self):
        return open(f"/proc/{self.pid}/task/{self.pid}/children").read().split()

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)


def first_screens(command, count):
    """Milliseconds from exec to the end of the first screen at 80×24, and its bytes."""
    times, sizes = [], []
    for _ in range(count):
        session = Session(command, 80, 24)
        size, _, last = session.read(10, 0.3)
        times.append(((last or time.monotonic()) - session.began) * 1000)
        sizes.append(size)
        session.end()
    return statistics.median(times), statistics.median(sizes)


def at(share, values):
    return values[min(len(values) - 1, int(len(values) * share))]


def measure(name, command, first, step, options, steps):
    paint, screen = first_screens(command, options.starts)
    session = Session(command, 120, 40)
    session.read(10, 0.3)
    if first:
        session.press(first)
    pressed = [session.press(step) for _ in range(steps)]
    # What is done once nothing more is pressed is done.
    session.read(1.5, 1.5)
    before, _ = session.usage()
    time.sleep(options.rest)
    after, megabytes = session.usage()
    session.end()
    sizes = sorted(size for size, _ in pressed)
    answers = sorted(answer for _, answer in pressed if answer)
    print(
        f"| {name} | {paint:.1f} | {screen:.0f} | {statistics.median(sizes):.0f} | {at(.95, sizes)} | {sizes[-1]} | "
        f"{statistics.median(answers):.1f} | {at(.99, answers):.1f} | {(after - before) / options.rest:.1f} | "
        f"{megabytes:.0f} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--steps", type=int, default=210)
    parser.add_argument("--starts", type=int, default=15)
    parser.add_argument("--rest", type=float, default=5)
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    print("| program, step | first screen, ms | bytes | a step, bytes: median | p95 | most | key to first byte, ms: median "
          "| p99 | switches a second at rest | MB |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    measure("sitboard, an event", options.command, b"g", b".", options, options.steps)
    text = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs", "commands.md")
    others = [
        ("less, a page", ["less", text], b" ", 10), ("less, a line", ["less", text], b"j", 60),
        ("tig, a commit", ["tig"], b"j", 60), ("htop, a row", ["htop"], b"\x1b[B", 20),
        ("lnav, a line", ["lnav", text], b"j", 60),
    ]
    for name, command, step, steps in others:
        if shutil.which(command[0]):
            measure(name, command, None, step, options, min(options.steps, steps))
        else:
            print(f"| {name} | not installed: skipped |" + " |" * 8)


if __name__ == "__main__":
    main()
