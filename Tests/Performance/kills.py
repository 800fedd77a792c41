#!/usr/bin/env python3
"""Kills a board that leads and a board that watches a folder, again and again, and looks at what is left.

    Tests/Performance/kills.py [--rounds N] [--only presenter|watcher] [--seed N] PROGRAM

1. A board leads three others while it steps, points and writes to its journal, and is killed at any moment from its
   exec on. Those who follow say that it is gone; every act that its screen confirmed is in the journal; something else
   that stands where its socket was keeps it from leading and is left as it is; it leads again, and all are in step.
2. A board watches a folder in which files are written, renamed, edited and deleted, and is killed in the same way. The
   journal holds what was confirmed, the place that it was left at can be read, what was kept of articles gives the
   claims that reading them gives, and the board that opens again shows what one shows that keeps nothing.

Both fail when a file of the dead is left over for good. The boards are in terminals of tmux.
"""

import argparse
import json
import os
import random
import shutil
import signal
import socket
import stat
import subprocess
import tempfile
import time
from pathlib import Path

from scaling import filler, header, told

SEEDS = Path(__file__).parents[2] / "seeds"


# The terminal and the last picture outlive the program.
WRAPPER = """
exec 3>&2 2>/dev/null
sh -c 'echo $$ > "$0"; shift; exec "$@" 2>&3' "$0" "$@"
echo $? > "$1"
exec sleep 1000000
"""


def read(path):
    """The line of a file, once it is whole."""
    text = path.read_text() if path.exists() else ""
    return text.strip() if text.endswith("\n") else ""


class Wrong(Exception):
    """Something is not as it has to be."""


class Desk:
    """A folder for everything, and a tmux server of its own."""

    def __init__(self, program):
        self.folder = Path(tempfile.mkdtemp(prefix="sitboard-kills-"))
        self.program = os.path.abspath(program)
        self.environment = {
            "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": "xterm-256color", "USER": "watch",
            "SWIFT_BACKTRACE": "enable=no", "HOME": str(self.folder),
        }  # fmt: skip
        self.state, self.cache = self.folder / "state", self.folder / "cache"
        self.tmux("-f", "/dev/null", "new-session", "-d", "-s", "none", "sleep", "1000000")
        self.tmux("set-option", "-g", "status", "off")

    def tmux(self, *words):
        done = subprocess.run(
            ["tmux", "-u", "-S", str(self.folder / "tmux"), *words],
            env={"PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}, capture_output=True, text=True,
        )  # fmt: skip
        if done.returncode != 0:
            raise Wrong(f"tmux {words}: {done.stderr}")
        return done.stdout

    def run(self, *words, cache=None):
        """What the program writes, and its exit code."""
        environment = {**self.environment, "XDG_STATE_HOME": str(self.state), "XDG_CACHE_HOME": str(cache or self.cache)}
        done = subprocess.run([self.program, *words], env=environment, capture_output=True, stdin=subprocess.DEVNULL)
        return done.stdout, done.returncode

    def close(self):
        self.tmux("kill-server")
        shutil.rmtree(self.folder, ignore_errors=True)


class Board:
    """A terminal with the program in it."""

    def __init__(self, desk, name, arguments, columns=100, rows=30, state=None, cache=None):
        self.desk, self.name, self.arguments = desk, name, arguments
        self.pid, self.code = desk.folder / f"{name}.pid", desk.folder / f"{name}.code"
        self.inside = [
            "sh", "-c", WRAPPER, str(self.pid), str(self.code),
            "env", "-i", *(f"{key}={value}" for key, value in desk.environment.items()),
            f"XDG_STATE_HOME={state or desk.state}", f"XDG_CACHE_HOME={cache or desk.cache}", desk.program, *arguments,
        ]  # fmt: skip
        desk.tmux("new-session", "-d", "-s", name, "-x", str(columns), "-y", str(rows), *self.inside)

    def again(self):
        self.pid.unlink()
        self.code.unlink()
        self.desk.tmux("respawn-pane", "-k", "-t", self.name, *self.inside)

    def screen(self):
        return self.desk.tmux("capture-pane", "-p", "-t", self.name).split("\n")

    def wait(self, pattern, seconds=30):
        return self.until(f"“{pattern}”", lambda screen: any(pattern in line for line in screen), seconds)

    def until(self, wanted, is_reached, seconds=30):
        deadline = time.monotonic() + seconds
        while True:
            screen = self.screen()
            if is_reached(screen):
                return screen
            if time.monotonic() > deadline:
                raise Wrong(f"{self.name} waited in vain for {wanted}:\n" + "\n".join(screen))

    def press(self, *keys):
        """Keys by tmux's names. Who is dead takes none."""
        self.desk.tmux("send-keys", "-t", self.name, *keys)

    def type(self, text):
        self.desk.tmux("send-keys", "-t", self.name, "-l", text)

    def kill(self):
        self.until("its start", lambda _: read(self.pid))
        os.kill(int(read(self.pid)), signal.SIGKILL)
        if self.ended() != 128 + signal.SIGKILL:
            raise Wrong(f"{self.name} ended before it was killed:\n" + "\n".join(self.screen()))

    def ended(self):
        """Its exit code. What it had locked is free by then."""
        self.until("its end", lambda _: read(self.code))
        return int(read(self.code))

    def close(self):
        self.desk.tmux("kill-session", "-t", self.name)


class Acts:
    """What is written into a journal, and what of it has to be there."""

    def __init__(self, desk, path, opened):
        self.desk, self.path, self.opened = desk, path, opened
        self.typed, self.confirmed = 0, 0

    def note(self, board):
        self.typed += 1
        board.type(f":note number {self.typed};\n")

    def look(self, screen):
        """Takes from a screen which entry it says is saved."""
        for line in screen:
            if "nothing is saved" in line:
                raise Wrong("nobody else has the journal, and it is not written:\n" + "\n".join(screen))
            if "saved, entry " in line and "not saved" not in line:
                digits = line.split("saved, entry ")[1].split(":")[0].split()[0]
                self.confirmed = max(self.confirmed, int(digits)) if digits.isdigit() else self.confirmed

    def check(self):
        if not self.path.exists():
            if self.confirmed:
                raise Wrong("the journal is gone")
            return
        output, code = self.desk.run("events", *self.opened, "--journal", str(self.path))
        acts = [json.loads(line) for line in output.splitlines() if line.startswith(b'{"event":"act"')]
        numbers = [int(act["text"].split("number ")[1].rstrip(";")) for act in acts if "number " in act["text"]]
        if code != 0 or len(acts) < self.confirmed or len(acts) > self.typed:
            raise Wrong(f"{len(acts)} entries, {self.confirmed} confirmed, {self.typed} typed; exit code {code}")
        if numbers != sorted(set(numbers)) or len(numbers) != len(acts):
            raise Wrong(f"entries that nobody typed, or twice: {numbers}")


def a_while(draw):
    """Seconds until a kill: often while the board opens, mostly while it is used."""
    return draw.uniform(0, 0.04) if draw.random() < 0.35 else draw.uniform(0.04, 1.2)


def left_over(folder):
    """The files of which only a process that is gone knew."""
    return [path for path in folder.rglob(".*") if path.is_file()] if folder.exists() else []


def check_left_over(folder, most):
    found = left_over(folder)
    if len(found) > most:
        raise Wrong(f"{len(found)} files of the dead are left over, such as {found[0]}")


def check_places(state):
    for path in [*state.glob("sitboard/places/*"), *state.glob("sitboard/looks/*")]:
        if not path.name.startswith("."):
            json.loads(path.read_text().splitlines()[0])


# MARK: - The board that leads


def obstacles(folder, path):
    """Things that may stand where a socket was: how each is put there, and its content."""

    def file():
        path.write_bytes(b"of somebody")

    def link():
        (folder / "target").write_bytes(b"of somebody")
        path.symlink_to(folder / "target")

    def directory():
        path.mkdir()

    def pipe():
        os.mkfifo(path)

    return [file, link, directory, pipe]


def identity(path):
    status = os.lstat(path)
    content = path.read_bytes() if stat.S_ISREG(status.st_mode) or path.is_symlink() else b""
    return status.st_ino, status.st_mode, status.st_mtime_ns, content


def in_the_way(board, path, draw, folder):
    """Puts something where the dead board's socket is; the board must not lead, nor touch it."""
    former = folder / "former"
    has_former = path.exists()
    if has_former:
        path.rename(former)
    listening = None
    if draw.random() < 0.3:
        listening = socket.socket(socket.AF_UNIX)
        listening.bind(str(path))
        listening.listen()
    else:
        draw.choice(obstacles(folder, path))()
    before = identity(path)
    board.again()
    if board.ended() != 69 or identity(path) != before:
        raise Wrong(f"it led at what is not its own, {path}, or replaced it:\n" + "\n".join(board.screen()))
    if listening:
        listening.close()
    path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
    if has_former:
        former.rename(path)


def use_presenter(board, acts, draw, until):
    """Steps, points and writes until it is time."""
    while time.monotonic() < until:
        match draw.randrange(6):
            case 0 | 1: acts.note(board)
            case 2: board.press(*draw.choices([".", ",", "g", "G", "j", "k"], k=4))
            case 3: board.type(f":say word {draw.randrange(100)}\n")
            case 4: board.type(":point\n")
            case 5: acts.look(board.screen())  # fmt: skip


def presenter(desk, options, draw):
    opened = [str(SEEDS / "undated")]
    place = desk.folder / "led"
    place.mkdir()
    path = place / "desk.sock"
    journal = desk.folder / "led.journal.jsonl"
    acts = Acts(desk, journal, opened)
    board = Board(desk, "presenter", ["present", *opened, "--socket", str(path), "--journal", str(journal)])
    sizes = [(80, 24), (120, 40), (100, 30)]
    followers = [
        Board(desk, f"follower-{number}", ["follow", "--socket", str(path)], *size)
        for number, size in enumerate(sizes)
    ]
    refused = 0
    for _ in range(options.rounds):
        # Else it is killed before anybody need have heard of it.
        if draw.random() < 0.65:
            board.wait("LEADING")
            for follower in followers:
                follower.wait("in step")
        use_presenter(board, acts, draw, time.monotonic() + a_while(draw))
        acts.look(board.screen())
        board.kill()
        acts.look(board.screen())
        for follower in followers:
            follower.until(
                "the loss", lambda screen: any("as it was left" in line or "nobody leads" in line for line in screen)
            )
        acts.check()
        if draw.random() < 0.3:
            in_the_way(board, path, draw, desk.folder)
            refused += 1
        check_places(desk.state)
        check_left_over(desk.state, options.most)
        # The socket and its lock.
        if len(list(place.iterdir())) > 2:
            raise Wrong(f"beside the socket: {list(place.iterdir())}")
        board.again()
    board.wait("LEADING")
    for follower in followers:
        follower.wait("in step")
    print(
        f"presenter: {options.rounds} kills; {acts.confirmed} entries confirmed of {acts.typed} typed, all there; "
        f"{refused} times something else stood at its socket, and was left; {len(followers)} followers came back each time"
    )


# MARK: - The board that watches


class Writer:
    """Somebody who works in the folder."""

    def __init__(self, folder, draw):
        self.folder, self.draw, self.number = folder, draw, 0
        self.half = None

    def article(self):
        self.number += 1
        lines = [told(self.draw) if line % 3 == 0 else filler(self.draw) for line in range(6)]
        return header(self.number) + "Gunmen hold the Karun Express at the Selim Tunnel.\n" + "\n".join(lines) + "\n"

    def work(self):
        files = sorted(path for path in self.folder.iterdir() if not path.name.startswith("."))
        fresh = self.folder / f"{self.number:06d}.txt"
        if self.half:
            path, rest = self.half
            with path.open("a") as file:
                file.write(rest)
            self.half = None
            return
        match self.draw.randrange(6):
            case 0:
                beside = self.folder / f".{fresh.name}"
                beside.write_text(self.article())
                beside.rename(fresh)
            case 1:
                text = self.article()
                fresh.write_text(text[: len(text) // 2])
                self.half = (fresh, text[len(text) // 2 :])
            case 2: self.draw.choice(files).rename(fresh.with_suffix(".text.txt"))
            case 3: self.draw.choice(files).write_text(self.article())
            case 4:
                with self.draw.choice(files).open("a") as file: file.write(told(self.draw) + "\n")
            case 5:
                if len(files) > 150: self.draw.choice(files).unlink()  # fmt: skip


def shows_the_same(desk, board, opened, journal, number):
    """Opens the folder on a copy of the state with nothing kept of articles, and waits until both screens are one."""
    state, cache = desk.folder / f"state-{number}", desk.folder / f"cache-{number}"
    if desk.state.exists():
        shutil.copytree(desk.state, state)
    copied = desk.folder / f"copied-{number}"
    copied.mkdir()
    if journal.exists():
        shutil.copy(journal, copied / journal.name)
    fresh = Board(
        desk, f"fresh-{number}", [*opened, "--journal", str(copied / journal.name), "--no-cache"], state=state, cache=cache
    )
    board.until("what a fresh board shows", lambda screen: is_read(screen) and screen == fresh.screen())
    fresh.close()
    for path in (state, cache, copied):
        shutil.rmtree(path, ignore_errors=True)


def is_read(screen):
    text = "\n".join(screen)
    return "held" in text and "READING" not in text


def use_watcher(board, writer, acts, draw, until):
    while time.monotonic() < until:
        match draw.randrange(5):
            case 0: acts.note(board)
            case 1: board.press(*draw.choices([".", ",", "g", "G", "j", "k", "Tab"], k=4))
            case 2 | 3: writer.work()
            case 4: acts.look(board.screen())  # fmt: skip


def watcher(desk, options, draw):
    folder = desk.folder / "reports"
    folder.mkdir()
    writer = Writer(folder, draw)
    for number in range(150):
        (folder / f"first-{number:03d}.txt").write_text(writer.article())
    journal = desk.folder / "watched.journal.jsonl"
    acts = Acts(desk, journal, [str(folder)])
    board = Board(desk, "watcher", [str(folder), "--journal", str(journal)])
    compared = 0
    for number in range(options.rounds):
        if draw.random() < 0.5:
            shows_the_same(desk, board, [str(folder)], journal, number)
            compared += 1
        use_watcher(board, writer, acts, draw, time.monotonic() + a_while(draw))
        acts.look(board.screen())
        board.kill()
        acts.look(board.screen())
        if writer.half:
            writer.work()
        acts.check()
        check_places(desk.state)
        for command in draw.sample(["claims", "incidents", "brief"], 1):
            kept, read = desk.run(command, str(folder)), desk.run(command, str(folder), "--no-cache")
            if kept != read:
                raise Wrong(f"{command}: what was kept of articles is not what reading them gives")
        check_left_over(desk.state, options.most)
        if draw.random() < 0.3:
            # Everything is to be read and kept anew.
            shutil.rmtree(desk.cache, ignore_errors=True)
        board.again()
    left = left_over(desk.cache)
    print(
        f"watcher: {options.rounds} kills; {acts.confirmed} entries confirmed of {acts.typed} typed, all there; "
        f"{compared} times compared with a board that keeps nothing, {options.rounds} times with claims that were not "
        f"kept; {len(left)} half-written files of the cache are left, which the next that writes replaces"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--only", choices=["presenter", "watcher"])
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--most", type=int, default=2, help="files of the dead that may lie about at once")
    parser.add_argument("program")
    options = parser.parse_args()
    for soak in (presenter, watcher):
        if options.only in (None, soak.__name__):
            draw = random.Random(options.seed)
            desk = Desk(options.program)
            try:
                soak(desk, options, draw)
            except Wrong as wrong:
                raise SystemExit(f"{soak.__name__}, seed {options.seed}: {wrong}")
            finally:
                desk.close()


if __name__ == "__main__":
    main()
