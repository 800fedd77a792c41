#!/usr/bin/env python3
"""A soak of live sources: a board on many feeds of a server on the loopback, some of them faulty.

  sources.py [--sources N] [--minutes M] [--still] PROGRAM

Each source is a host of its own (127.1.x.y) and is asked every 30 s. A feed has ten items, and one more at each look.
Of twenty sources one each answers every other look with 500, with 429 and Retry-After, with garbage, with a redirect to
where it moved, and not at all. In the end every item that was answered whole is one claim on the board: the script
fails when one is lost or there twice. With --still no feed has anything new after its first ten items, though its bytes
are others at each look: what memory grows by then is nobody's news. Prints memory as it goes, and the share of a core over everything and at rest.
"""
import argparse, asyncio, fcntl, os, pty, re, select, signal, struct, sys, tempfile, termios, threading, time

FAULTS = ["500", "429", "garbage", "moved", "silent"]
asked, answered = {}, {}
still = False
lock = threading.Lock()


def feed(source, count):
    items = "".join(
        f"<item><title>Report {source}-{n}</title><guid>{source}-{n}</guid><link>http://example.org/{source}/{n}</link>"
        f"<pubDate>Wed, 12 Mar 2025 {n // 60 % 24:02}:{n % 60:02}:00 +0500</pubDate>"
        f"<description>Officials said {source * 1000 + n + 1} people were held on the train.</description></item>"
        for n in reversed(range(count)))
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Desk {source}</title>{items}</channel></rss>'


async def serve(reader, writer):
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        path = head.split()[1]
        a, b = writer.get_extra_info("sockname")[0].split(".")[2:]
        source = int(a) * 250 + int(b) - 1
        with lock:
            if path == "/feed": asked[source] = asked.get(source, 0) + 1
            look = asked.get(source, 1)
        fault = FAULTS[source % 20] if source % 20 < len(FAULTS) and path == "/feed" and look % 2 else None
        count = 10 if still else 9 + look
        status, headers, body = "200 OK", "", feed(source, count) + f"<!-- {look} -->"
        if fault == "500": status, body = "500 Error", "error"
        if fault == "429": status, headers, body = "429 Busy", "Retry-After: 45\r\n", ""
        if fault == "garbage": body = "<rss><channel>\x00\x01 garbage <<<"
        if fault == "moved": status, headers, body = "301 Moved", "Location: /new\r\n", ""
        if fault == "silent": await asyncio.sleep(70)
        body = body.encode()
        writer.write(f"HTTP/1.1 {status}\r\n{headers}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode() + body)
        await writer.drain()
        if status.startswith("200") and fault is None:
            with lock: answered[source] = max(answered.get(source, 0), count)
    except (ConnectionError, asyncio.IncompleteReadError): pass
    finally: writer.close()


def start_server():
    started, port = threading.Event(), []

    async def main():
        server = await asyncio.start_server(serve, "0.0.0.0", 0, backlog=1024)
        port.append(server.sockets[0].getsockname()[1])
        started.set()
        await asyncio.Event().wait()

    threading.Thread(target=lambda: asyncio.run(main()), daemon=True).start()
    started.wait()
    return port[0]


def ticks(pid):
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident(pid): return int(re.search(r"VmRSS:\s+(\d+)", open(f"/proc/{pid}/status").read())[1]) // 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=int, default=200)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--still", action="store_true")
    parser.add_argument("program")
    options = parser.parse_args()
    global still
    still = options.still
    port = start_server()
    with tempfile.TemporaryDirectory() as home:
        with open(f"{home}/sources.toml", "w") as file:
            for n in range(options.sources):
                file.write(f'[source.s{n}]\nurl = "http://127.1.{n // 250}.{n % 250 + 1}:{port}/feed"\nevery = "30 s"\n')
        pid, terminal = pty.fork()
        if pid == 0:
            for name in list(os.environ):
                if name.lower().endswith("_proxy"): del os.environ[name]
            os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8", TZ="UTC", HOME=home, XDG_DATA_HOME=f"{home}/data")
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 160, 0, 0))
            os.execv(options.program, [options.program, f"{home}/sources.toml"])
        seen = b""

        def drain(seconds):
            nonlocal seen
            end = time.monotonic() + seconds
            while (left := end - time.monotonic()) > 0:
                if select.select([terminal], [], [], left)[0]: seen = (seen + os.read(terminal, 1 << 16))[-200_000:]

        drain(5)
        began, at_first, rest, last = time.monotonic(), ticks(pid), 1.0, ticks(pid)
        memory = []
        for window in range(int(options.minutes * 12)):
            drain(5)
            now = ticks(pid)
            rest, last = min(rest, (now - last) / 5), now
            if window % 12 == 11:
                memory.append(resident(pid))
                with lock: print(f"minute {len(memory)}: {memory[-1]} MB, {sum(answered.values())} items answered", flush=True)
        share = (ticks(pid) - at_first) / (time.monotonic() - began)
        # What is under way comes in; then every claim is counted by the first whole screen after a redraw.
        drain(3)
        with lock: expected = sum(answered.values())
        seen = b""
        os.write(terminal, b"\x0c")
        drain(2)
        counts = re.findall(rb"\d of (\d+)", re.sub(rb"\x1b\[[0-9;?]*[a-zA-Z]", b"", seen))
        total = int(counts[0]) if counts else -1
        with lock: later = sum(answered.values())
        print(f"{options.sources} sources, {options.minutes} minutes: {total} claims of {expected} to {later} items; "
              f"{share * 100:.1f} % of a core over everything, {rest * 100:.1f} % in the quietest 5 s; memory {memory} MB")
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        if not expected <= total <= later: sys.exit("items were lost, or are there twice")


main()
