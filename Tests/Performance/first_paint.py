#!/usr/bin/env python3
"""Measures how long the board takes from exec to its first painted screen, and what it costs while it is paused.

  first_paint.py [--runs N] [--rest SECONDS] [--beside PROGRAM] PROGRAM [ARGUMENT…]

The program runs under a pseudo-terminal of 120×40. The first paint is over when the key line, the last row drawn, has
come: the text "help" before a pause of the output. On a busy machine part of the time is spent waiting for a processor;
/proc tells how much, and it is given apart. At rest, processor time and context switches are read from /proc.

Between its runs less opens the first dispatch, and the program of --beside its board, so that all three are of the same
minutes. The first screen of less is over when it names the file.
"""
import argparse, fcntl, glob, os, pty, select, signal, statistics, struct, sys, tempfile, termios, time


FIRST_DISPATCH = os.path.join(os.path.dirname(__file__), "../../seeds/01-train-stopped-at-tunnel.txt")


def start(command):
    """Runs a command on a new terminal, where nobody was before; gives its pid, the terminal, and when exec was asked
    for."""
    state = tempfile.mkdtemp()
    ready_read, ready_write = os.pipe()
    os.set_inheritable(ready_write, False)
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8", TZ="UTC", XDG_STATE_HOME=state, HOME=state)
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        os.write(ready_write, struct.pack("d", time.monotonic()))
        os.execvp(command[0], command)
    began = struct.unpack("d", os.read(ready_read, 8))[0]
    os.close(ready_read)
    os.close(ready_write)
    return pid, terminal, began


def until_painted(terminal, last=b"help"):
    """Reads until what is drawn last has come. Gives the time and how many bytes it took."""
    seen = b""
    deadline = time.monotonic() + 10
    while last not in seen:
        if not select.select([terminal], [], [], max(0, deadline - time.monotonic()))[0]:
            sys.exit("no board within 10 seconds")
        seen += os.read(terminal, 65536)
    return time.monotonic(), len(seen)


def end(pid, terminal):
    os.kill(pid, signal.SIGTERM)
    while True:
        try:
            if not os.read(terminal, 65536): break
        except OSError: break
    os.waitpid(pid, 0)
    os.close(terminal)


def once(command, last=b"help"):
    """The first paint of another program, in milliseconds: by the clock, and on a processor."""
    pid, terminal, began = start(command)
    painted, _ = until_painted(terminal, last)
    running = on_processor(pid)[0]
    end(pid, terminal)
    return (painted - began) * 1000, running


def on_processor(pid):
    """Milliseconds on a processor, and waiting for one, so far."""
    running, waiting, _ = open(f"/proc/{pid}/schedstat").read().split()
    return int(running) / 1e6, int(waiting) / 1e6


def usage(pid):
    """Processor ticks, context switches of all threads, and resident kilobytes so far."""
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    switches = 0
    for path in glob.glob(f"/proc/{pid}/task/*/status"):
        status = dict(line.split(":", 1) for line in open(path))
        switches += int(status["voluntary_ctxt_switches"]) + int(status["nonvoluntary_ctxt_switches"])
    return int(fields[11]) + int(fields[12]), switches, int(status["VmRSS"].split()[0])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=40)
    parser.add_argument("--rest", type=float, default=5)
    parser.add_argument("--beside")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    times, sizes, running, waiting = [], [], [], []
    others = {"less": []} | ({options.beside: []} if options.beside else {})
    for run in range(options.runs):
        pid, terminal, began = start(options.command)
        painted, count = until_painted(terminal)
        times.append((painted - began) * 1000)
        sizes.append(count)
        on, off = on_processor(pid)
        running.append(on)
        waiting.append(off)
        if run + 1 == options.runs:
            time.sleep(0.5)
            before = usage(pid)
            time.sleep(options.rest)
            after = usage(pid)
        end(pid, terminal)
        others["less"].append(once(["less", FIRST_DISPATCH], os.path.basename(FIRST_DISPATCH).encode()))
        if options.beside: others[options.beside].append(once([options.beside]))
    times.sort()
    print(f"first paint: median {statistics.median(times):.1f} ms, p95 {times[int(len(times) * .95) - 1]:.1f} ms, "
          f"max {times[-1]:.1f} ms over {len(times)} runs, {statistics.median(sizes):.0f} bytes")
    print(f"of which: median {statistics.median(running):.1f} ms on a processor, "
          f"{statistics.median(waiting):.1f} ms waiting for one")
    for name, figures in others.items():
        clock, processor = (statistics.median(column) for column in zip(*figures))
        print(f"{name}: median {clock:.1f} ms, {processor:.1f} ms on a processor; this is "
              f"{statistics.median(times) / clock:.2f} and {statistics.median(running) / processor:.2f} times as much")
    print(f"paused for {options.rest:g} s: {after[0] - before[0]} ticks of processor time, "
          f"{after[1] - before[1]} context switches, {after[2] / 1024:.1f} MB resident")


if __name__ == "__main__": main()
