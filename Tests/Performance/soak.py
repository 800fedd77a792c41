#!/usr/bin/env python3
"""The soak: a folder of many articles, many more dropped in at once, and many who follow.

  soak.py [--files N] [--followers N] [--stopped N] [--steps N] PROGRAM

1. Opens the board on a folder of N articles: time from exec to the first screen, time from q to the end while it reads.
2. Opens it on an empty folder and drops N articles in, half written in place, half renamed: none lost, none twice.
3. Opens the briefing as a page in headless Chromium: it asks for nothing from anywhere; its picture is left to look at.
4. Leads without followers, then with them at sizes of all kinds, some stopped with SIGSTOP: time from the presenter's
   key to his own screen, and to the screens of those who run; memory of the presenter for each follower.

Every number is printed with what it is of; the script fails when a claim is lost or told twice.
"""
import argparse, fcntl, os, pty, re, select, shutil, signal, statistics, struct, subprocess, sys, tempfile, termios
import time
from awaiting import Awaiting


class Terminal(Awaiting):
    """A program under a pseudo-terminal of a size. Its output is taken by a thread, with the time it came."""

    def __init__(self, command, columns=80, rows=24):
        self.began = time.monotonic()
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8", TZ="UTC")
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvp(command[0], command)

    def read(self, seconds):
        """What comes within a time; empty where nothing does; None at the end."""
        if not select.select([self.descriptor], [], [], max(0, seconds))[0]: return b""
        try: return os.read(self.descriptor, 1 << 16) or None
        except OSError: return None

    def key(self, text):
        os.write(self.descriptor, text.encode())
        return time.monotonic()

    def end(self):
        for signal_number in (signal.SIGCONT, signal.SIGKILL):
            try: os.kill(self.pid, signal_number)
            except ProcessLookupError: pass
        os.waitpid(self.pid, 0)
        os.close(self.descriptor)


def article(number):
    return (f"Title: Report {number}\nOutlet: Desk {number % 20}\nDate: 2025-03-12T{number // 60 % 24:02}:{number % 60:02}+05:00\n\n"
            f"Officials said {number + 1} people were held on the train.\n").encode()


def percentile(values, part): return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def resident(pid):
    return int(re.search(r"VmRSS:\s+(\d+)", open(f"/proc/{pid}/status").read())[1])


def folder_of_many(program, files):
    with tempfile.TemporaryDirectory() as folder:
        for number in range(files):
            with open(f"{folder}/{number:05}.txt", "wb") as file: file.write(article(number))
        board = Terminal([program, folder], 120, 40)
        painted = board.until(rb"READING|help") - board.began
        asked = board.key("Q")
        while board.read(60) is not None: pass
        print(f"{files} articles: first screen {painted * 1000:.0f} ms after exec, "
              f"ended {(time.monotonic() - asked) * 1000:.0f} ms after Q, while it was reading")
        board.end()
        board = Terminal([program, folder], 120, 40)
        everything = board.until(rb"%d.{0,20}/.{0,20}%d|%d/%d" % (files, files, files, files), 600) - board.began
        print(f"{files} articles: all on the board after {everything:.1f} s, {resident(board.pid) / 1024:.0f} MB resident")
        board.end()


def drop(program, files):
    with tempfile.TemporaryDirectory() as folder:
        board = Terminal([program, folder], 120, 40)
        board.until(rb"help")
        began = time.monotonic()
        for number in range(files):
            path = f"{folder}/{number:05}.txt"
            written = path if number % 2 else f"{folder}/.{number}"
            with open(written, "wb") as file: file.write(article(number))
            if written != path: os.rename(written, path)
        dropped = time.monotonic() - began
        # A claim an article: as many as were dropped, and neither more nor fewer.
        board.settle(2)
        board.key("\x0c")
        board.until(rb"%d/%d(?!\d)" % (files, files), 600)
        print(f"{files} articles dropped in {dropped:.1f} s: all on the board once")
        board.end()


def page(program):
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if not browser:
        print("no chromium: the page was not opened")
        return
    with tempfile.TemporaryDirectory() as folder:
        with open(f"{folder}/page.html", "wb") as file:
            subprocess.run([program, "brief", "--format", "html"], stdout=file, check=True)
        picture = os.path.join(tempfile.gettempdir(), "sitboard-briefing.png")
        subprocess.run(
            [browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--window-size=900,1800",
             f"--user-data-dir={folder}/profile", f"--log-net-log={folder}/net.json", f"--screenshot={picture}",
             f"file://{folder}/page.html"], stderr=subprocess.DEVNULL, check=True, timeout=120)
        asked = set(re.findall(r'"url":"(\w+://[^/"]+)', open(f"{folder}/net.json").read()))
        # What the browser asks for on its own account.
        asked = {url for url in asked if not re.search(r"(^|[./])(google(apis)?\.com|gvt1\.com)$", url)}
        if asked: sys.exit(f"the page asks for {sorted(asked)}")
        print(f"the page of the briefing asks for nothing; its picture is {picture}")


def led(program, followers, stopped, steps):
    with tempfile.TemporaryDirectory() as folder:
        socket = f"{folder}/led.sock"
        os.environ["XDG_STATE_HOME"] = folder
        presenter = Terminal([program, "present", "--socket", socket], 120, 40)
        presenter.until(rb"help")
        presenter.settle()
        times = {False: [], True: []}
        lags, others = [], []
        for is_followed in (False, True):
            if is_followed:
                before = resident(presenter.pid)
                for number in range(followers):
                    size = [(80, 24), (40, 10), (120, 40), (200, 60)][number % 4]
                    others.append(Terminal([program, "follow", "--socket", socket], *size))
                for number, other in enumerate(others): other.until(rb"in step")
                for other in others: other.settle(0.05)
                presenter.settle()
                for other in others[:stopped]: os.kill(other.pid, signal.SIGSTOP)
            presenter.key("g")
            presenter.settle()
            running = others[stopped:]
            # On two cores the followers would keep this script from seeing a screen when it comes.
            try: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
            except PermissionError: print("without the right to a real-time priority: times hold waiting for a core")
            for other in running: other.settle(0.02)
            for step in range(1, steps + 1):
                sent = presenter.key(".")
                waiting = {presenter.descriptor: presenter, **{other.descriptor: other for other in running}}
                while waiting:
                    ready = select.select(list(waiting), [], [], 10)[0]
                    if not ready: sys.exit("a running follower is not in step")
                    now = time.monotonic()
                    for descriptor in ready:
                        os.read(descriptor, 1 << 16)
                        (times[is_followed] if descriptor == presenter.descriptor else lags).append(now - sent)
                        del waiting[descriptor]
                time.sleep(0.05)
                for terminal in [presenter, *running]:
                    while terminal.read(0): pass
        alone, with_others = (percentile(times[key], 0.99) * 1000 for key in (False, True))
        print(f"{followers} followers, {stopped} of them stopped, {steps} steps: presenter's key to own screen p99 "
              f"{alone:.1f} ms alone, {with_others:.1f} ms followed ({with_others / alone:.2f}×), "
              f"median {statistics.median(times[False]) * 1000:.1f} and {statistics.median(times[True]) * 1000:.1f} ms")
        print(f"key to the screens of those who run: median {statistics.median(lags) * 1000:.1f} ms, "
              f"p99 {percentile(lags, 0.99) * 1000:.1f} ms")
        print(f"presenter's memory a follower: {(resident(presenter.pid) - before) / max(1, followers):.0f} KB")
        for terminal in [*others, presenter]: terminal.end()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--followers", type=int, default=200)
    parser.add_argument("--stopped", type=int, default=20)
    parser.add_argument("--steps", type=int, default=100)
    parser.add_argument("program")
    options = parser.parse_args()
    folder_of_many(options.program, options.files)
    drop(options.program, options.files)
    page(options.program)
    led(options.program, options.followers, options.stopped, options.steps)


if __name__ == "__main__": main()
