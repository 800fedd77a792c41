#!/usr/bin/env python3
"""What a desk costs: boards in terminals of their own on a PostgreSQL server of the script's own, every commit on the disk.

  desk.py [--only NAME,...] [--boards N] [--rounds N] [--events N] [--texts N] [--rest SECONDS] PROGRAM

Run it as root, with PostgreSQL 15 or later installed: the server runs as the account postgres.

  shown     an article put on the desk, and an act of another board, to the screens of N boards
  opened    a log of so many claims on a board, and the same claims from a file
  appended  acts added in batches by 'desk import'
  workers   texts read by one worker, and by two
  rest      wake-ups of a board and statements at the server while nothing comes

Times begin when the client that adds has been given what to add, and end with the first byte that a board draws.
"""
import argparse, fcntl, glob, hashlib, os, pty, pwd, re, select, shutil, signal, statistics, struct, subprocess, sys
import tempfile, termios, time
from awaiting import Awaiting

ACCOUNT = "postgres"
QUIET = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": "xterm-256color"}


def percentile(values, part): return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def told(values):
    return f"median {statistics.median(values) * 1000:.1f} ms, p99 {percentile(values, 0.99) * 1000:.1f} ms"


def until(what, condition, seconds=120):
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline: sys.exit(f"waited in vain: {what}")
        time.sleep(0.01)


def switches(pid):
    """Context switches of all threads so far."""
    count = 0
    for path in glob.glob(f"/proc/{pid}/task/*/status"):
        count += sum(int(number) for number in re.findall(r"ctxt_switches:\s+(\d+)", open(path).read()))
    return count


def peak(pid):
    return int(re.search(r"VmHWM:\s+(\d+)", open(f"/proc/{pid}/status").read())[1]) / 1024


class Server:
    """A server on a socket in a temporary folder."""

    def __init__(self):
        self.programs = max(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[4]))
        self.folder = tempfile.mkdtemp(prefix="sitboard-desk-")
        account = pwd.getpwnam(ACCOUNT)
        os.chown(self.folder, account.pw_uid, account.pw_gid)
        os.chmod(self.folder, 0o755)
        self.run("initdb", "-D", self.folder + "/data", "-A", "trust", "-E", "UTF8", "--locale=C")
        with open(self.folder + "/data/postgresql.auto.conf", "w") as file:
            file.write(f"unix_socket_directories = '{self.folder}'\nlisten_addresses = ''\nmax_connections = 100\n"
                       "shared_preload_libraries = 'pg_stat_statements'\n")
        self.process = subprocess.Popen(
            self.as_account("postgres", "-D", self.folder + "/data"), stdout=open(self.folder + "/log", "wb"),
            stderr=subprocess.STDOUT, env=QUIET)
        until("the server answers", lambda: self.answers())
        self.ask("CREATE EXTENSION pg_stat_statements")

    def as_account(self, program, *arguments):
        return ["setpriv", f"--reuid={ACCOUNT}", f"--regid={ACCOUNT}", "--clear-groups", "--",
                f"{self.programs}/{program}", *arguments]

    def run(self, program, *arguments):
        subprocess.run(self.as_account(program, *arguments), check=True, stdout=subprocess.DEVNULL, env=QUIET)

    def answers(self):
        return subprocess.run([f"{self.programs}/pg_isready", "-q", "-h", self.folder]).returncode == 0

    @property
    def connection(self): return f"host={self.folder} dbname=postgres user=postgres"

    def at(self, desk): return ["--desk", f"{self.connection}#{desk}"]

    def ask(self, statement):
        return subprocess.run(["psql", "-qAtX", self.connection], input=statement, stdout=subprocess.PIPE, text=True,
                              check=True, env=QUIET).stdout.strip()

    def end(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait()
        shutil.rmtree(self.folder)


class Client:
    """A client that stays connected, so that no time goes into connecting."""

    def __init__(self, server):
        self.process = subprocess.Popen(["psql", "-qAtX", server.connection], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, env=QUIET)

    def add(self, desk, text):
        quoted = f"convert_to($words${text.decode()}$words$, 'UTF8')"
        self.process.stdin.write(
            f"INSERT INTO {desk}.article (digest, bytes, path) VALUES (encode(sha256({quoted}), 'hex'), {quoted}, 'a.txt');\n"
            .encode())
        self.process.stdin.flush()
        return time.monotonic()

    def commit(self):
        """Seconds in which a row of a table that nobody else has is on the disk."""
        began = time.monotonic()
        self.process.stdin.write(b"INSERT INTO rows VALUES (1) RETURNING 1;\n")
        self.process.stdin.flush()
        self.process.stdout.readline()
        return time.monotonic() - began

    def end(self):
        self.process.stdin.close()
        self.process.wait()


class Board(Awaiting):
    """A board under a pseudo-terminal of 120×40, with a folder of its own for what it keeps."""

    def __init__(self, command):
        self.state = tempfile.mkdtemp()
        self.began = time.monotonic()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
            os.execve(command[0], command, QUIET | {"HOME": self.state})

    def read(self, seconds):
        """What comes within a time; empty where nothing does."""
        if not select.select([self.terminal], [], [], max(0, seconds))[0]: return b""
        return os.read(self.terminal, 1 << 16)

    def resting_at(self, pattern, seconds=300):
        """Reads until the board rests and its whole screen has a pattern. Gives the time of the last it drew before."""
        last = deadline = time.monotonic()
        while time.monotonic() < deadline + seconds:
            while self.read(0.2): last = time.monotonic()
            self.key("\x0c")
            seen = b""
            while piece := self.read(0.1): seen += piece
            if re.search(pattern, seen): return last
        sys.exit(f"waited in vain for {pattern}; last came {seen[-3000:]}")

    def key(self, text):
        os.write(self.terminal, text.encode())
        return time.monotonic()

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)
        shutil.rmtree(self.state)


def made(program, server, desk):
    """A desk with its roles."""
    for what in ("init", "roles"):
        subprocess.run([program, "desk", what, *server.at(desk)], check=True, stdout=subprocess.DEVNULL, env=QUIET)
    return desk


def article(number, held):
    """A report, half a minute after the one before."""
    date = time.strftime("%Y-%m-%dT%H:%M", time.gmtime(1741737600 + number * 30))
    return (f"Title: Report {number}\nOutlet: Wire\nDate: {date}+05:00\n\n"
            f"Officials said {held} people were held on the train.\n").encode()


def first_bytes(boards, began):
    """Seconds until each board draws."""
    waiting, times = {board.terminal: board for board in boards}, []
    while waiting:
        ready = select.select(list(waiting), [], [], 10)[0]
        if not ready: sys.exit(f"{len(waiting)} boards draw nothing")
        now = time.monotonic()
        for terminal in ready:
            os.read(terminal, 1 << 16)
            times.append(now - began)
            del waiting[terminal]
    return times


def settle(boards, seconds=0.15):
    """Returns when no board has drawn for a while."""
    while ready := select.select([board.terminal for board in boards], [], [], seconds)[0]:
        for terminal in ready: os.read(terminal, 1 << 16)


def shown(program, server, options):
    desk = made(program, server, "shown")
    worker = subprocess.Popen([program, "desk", "read", *server.at(desk)], env=QUIET)
    server.ask("CREATE TABLE rows (number int)")
    client = Client(server)
    client.add(desk, article(0, 100))
    until("the worker reads", lambda: server.ask(f"SELECT count(*) FROM {desk}.event") == "1")
    boards = [Board([program, *server.at(desk)]) for _ in range(options.boards)]
    for board in boards: board.until(rb"help")
    settle(boards, 1)
    figures = {"an article of a client that is connected": [], "an article of 'desk import', its start included": []}
    number, commits = 0, []
    with tempfile.TemporaryDirectory() as folder:
        for way, times in figures.items():
            for _ in range(options.rounds if "client" in way else options.rounds // 4):
                number += 1
                text = article(number, 100 + number)
                if "client" in way:
                    began = client.add(desk, text)
                else:
                    with open(f"{folder}/{number}.txt", "wb") as file: file.write(text)
                    began = time.monotonic()
                    subprocess.Popen([program, "desk", "import", f"{folder}/{number}.txt", *server.at(desk)],
                                     stdout=subprocess.DEVNULL, env=QUIET)
                times += first_bytes(boards, began)
                settle(boards)
                commits.append(client.commit())
    for board in boards:
        board.key("\x0c")
        board.until(rb"%d" % (100 + number))
    acting, acts = Board([program, *server.at(desk)]), []
    acting.until(rb"help")
    for act in range(options.rounds // 4):
        acting.key(f"\x1b")
        acting.settle(0.2)
        acting.key(f":note act {act}")
        acting.settle(0.2)
        acts += first_bytes(boards, acting.key("\r"))
        settle([*boards, acting])
    figures["an act of another board"] = acts
    for way, times in figures.items(): print(f"{way} to {options.boards} boards: {told(times)} of {len(times)}")
    print(f"a commit alone: {told(commits)} of {len(commits)}")
    for board in [*boards, acting]: board.end()
    worker.send_signal(signal.SIGTERM)
    worker.wait()
    client.end()


def rest(program, server, options):
    desk = made(program, server, "rest")
    worker = subprocess.Popen([program, "desk", "read", *server.at(desk)], env=QUIET)
    client = Client(server)
    client.add(desk, article(0, 100))
    board = Board([program, *server.at(desk)])
    board.until(rb"held")
    client.end()
    board.settle(2)
    count = "SELECT sum(calls) FROM pg_stat_statements WHERE query NOT LIKE '%pg_stat_statements%'"
    before = switches(board.pid), switches(worker.pid), int(server.ask(count))
    time.sleep(options.rest)
    after = switches(board.pid), switches(worker.pid), int(server.ask(count))
    board_wakes, worker_wakes, asked = (new - old for old, new in zip(before, after))
    print(f"at rest for {options.rest:g} s: {board_wakes} context switches of the board, {worker_wakes} of a worker, "
          f"{asked} statements at the server")
    board.end()
    worker.send_signal(signal.SIGTERM)
    worker.wait()


def claim_files(program, folder, events):
    """Event files of so many claims in all, fifty an article, none larger than is read. Gives their paths and how many
    claims they hold."""
    people = "passengers soldiers attackers officers villagers".split()
    states = "held killed rescued injured freed missing".split()
    paths, count, articles = [], 0, events // 50
    for start in range(0, articles, 8000):
        texts, path = f"{folder}/texts", f"{folder}/claims-{start}.jsonl"
        os.mkdir(texts)
        for number in range(start, min(articles, start + 8000)):
            lines = [f"Officials said {number % 300 + line * 7 + 2} {people[line % 5]} were {states[line % 6]} near Selim.\n"
                     for line in range(50)]
            with open(f"{texts}/{number:06}.txt", "w") as file:
                file.write(article(number, 100).decode().split("\n\n")[0] + "\n\n" + "".join(lines))
        with open(path, "wb") as file:
            subprocess.run([program, "events", texts, "--no-cache"], stdout=file, stderr=subprocess.DEVNULL, check=True,
                           env=QUIET)
        shutil.rmtree(texts)
        with open(path, "rb") as file: count += sum(line.startswith(b'{"event":"claim"') for line in file)
        paths.append(path)
    return paths, count


def opened(program, server, options):
    desk = made(program, server, "opened")
    with tempfile.TemporaryDirectory() as folder:
        paths, count = claim_files(program, folder, options.events)
        size = sum(map(os.path.getsize, paths)) >> 20
        began = time.monotonic()
        subprocess.run([program, "desk", "import", *paths, *server.at(desk)], check=True, stdout=subprocess.DEVNULL, env=QUIET)
        print(f"{count} claims imported in {time.monotonic() - began:.1f} s, {size} MB of lines")
        memory = {}
        for way, place in {"files": paths, "a desk": server.at(desk)}.items():
            board = Board([program, *place])
            first = board.until(rb"help|READING") - board.began
            whole = board.resting_at(rb"%d/%d(?!\d)" % (count, count)) - board.began
            board.settle(1)
            memory[way] = peak(board.pid)
            ticks = sum(map(int, open(f"/proc/{board.pid}/stat").read().rsplit(")", 1)[1].split()[11:13]))
            print(f"{count} claims from {way}: first screen {first * 1000:.0f} ms, all {whole:.1f} s, "
                  f"{ticks / os.sysconf('SC_CLK_TCK'):.1f} s of processor time, {memory[way]:.0f} MB")
            board.end()
        print(f"memory: {memory['a desk'] / memory['files']:.2f} times that of the files")


def appended(program, server, options):
    desk = made(program, server, "appended")
    journal = hashlib.sha256(b"journal").hexdigest()
    count = 200_000
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.write('{"sitboard":"events","version":1}\n')
        for number in range(1, count + 1):
            file.write(f'{{"event":"act","article_id":{{"digest":"{journal}","story":{number}}},"author":"postgres",'
                       f'"at":"2025-03-13T04:00:07Z","text":"note number {number}","act":"note","claim":null}}\n')
        file.flush()
        began = time.monotonic()
        subprocess.run([program, "desk", "import", file.name, *server.at(desk)], check=True, env=QUIET)
        seconds = time.monotonic() - began
    print(f"{count} acts added by 'desk import' in {seconds:.1f} s, {count / seconds:.0f} a second")


def workers(program, server, options):
    rates = {}
    for count in (1, 2):
        desk = made(program, server, f"workers{count}")
        with tempfile.TemporaryDirectory() as folder:
            for number in range(options.texts):
                with open(f"{folder}/{number:05}.txt", "w") as file:
                    head = article(number, 100 + number % 800).decode()
                    file.write(head + "".join(
                        f"{line * 7 + 3} passengers were rescued near tunnel {line} on Wednesday, said an officer, and the "
                        "line runs on through dry hills and a river bed where trains slow down before the old bridge.\n"
                        for line in range(12)))
            subprocess.run([program, "desk", "import", folder, *server.at(desk)], check=True, stdout=subprocess.DEVNULL,
                           env=QUIET)
        running = [subprocess.Popen([program, "desk", "read", "--once", *server.at(desk)], stdout=subprocess.DEVNULL,
                                    env=QUIET) for _ in range(count)]
        for worker in running: worker.wait()
        # From the first batch to the last, without the start of the workers and the wait for one another at their end.
        rates[count] = float(server.ask(f"SELECT (count(*) - 16) / extract(epoch FROM max(at) - min(at)) FROM {desk}.event"))
    print(f"{options.texts} texts of 230 words: {rates[1]:.0f} a second by one worker, {rates[2]:.0f} by two, "
          f"{rates[2] / rates[1]:.2f} times")


def main():
    measures = {"shown": shown, "opened": opened, "appended": appended, "workers": workers, "rest": rest}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default=",".join(measures))
    parser.add_argument("--boards", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--texts", type=int, default=3000)
    parser.add_argument("--rest", type=float, default=10)
    parser.add_argument("program")
    options = parser.parse_args()
    server = Server()
    try:
        for name in options.only.split(","):
            print(f"load {os.getloadavg()[0]:.1f}: ", end="", flush=True)
            measures[name](os.path.abspath(options.program), server, options)
    finally: server.end()


if __name__ == "__main__": main()
