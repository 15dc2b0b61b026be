"""Serves the site on this machine until Ctrl-C: `python site/quartier/operations/serving.py PORT PATH`.

Ctrl-C goes to the program that owns the terminal. This hands the terminal to the server alone, so that
make, which started it, is not interrupted but sees it end well.
"""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from http.client import HTTPConnection

PATIENCE = 60  # seconds until the first answer
# Two processes for two cores; few threads each, since they share one SQLite file and Python's lock.
SERVER = [
    *(sys.executable, "-m", "granian", "--interface", "wsgi", "--pythonpath", "site"),
    *("--host", "127.0.0.1", "--workers", "2"),
    *("--blocking-threads", "3", "--blocking-threads-idle-timeout", "600"),
    *("--respawn-failed-workers", "--workers-kill-timeout", "5", "--log-level", "warning"),
    "quartier.wsgi:application",
]


def main(port, path):
    """Start the server, say where it is once it answers, wait for its end. Answers with the exit code."""
    with terminal_handed_on() as take_it:
        server = subprocess.Popen([*SERVER, "--port", port], preexec_fn=take_it)  # noqa: S603
        for ending in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(ending, lambda *_: server.terminate())
        try:
            if not answers(port, path, server):
                server.terminate()
                sys.stderr.write(f"The server did not answer at port {port}.\n")
                return server.wait() or 1
            print(f"\nOpen http://127.0.0.1:{port}{path} in a browser. Ctrl-C stops.", flush=True)
            code = server.wait()
        except KeyboardInterrupt:
            code = server.wait()
    return 0 if code in ENDED_ON_REQUEST else 1


ENDED_ON_REQUEST = (0, -signal.SIGINT, -signal.SIGTERM)


@contextmanager
def terminal_handed_on():
    """Gives what the server has to do first to make the terminal its own; takes it back at the end."""
    if not (sys.stdin.isatty() and os.tcgetpgrp(sys.stdin.fileno()) == os.getpgrp()):
        yield None
        return
    terminal, ours = sys.stdin.fileno(), os.getpgrp()
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)

    def take_it():
        signal.signal(signal.SIGTSTP, signal.SIG_IGN)  # nobody would wake it again
        os.setpgrp()
        os.tcsetpgrp(terminal, os.getpgrp())

    try:
        yield take_it
    finally:
        os.tcsetpgrp(terminal, ours)


def answers(port, path, server):
    """Whether the page comes before patience or the server ends."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        door = HTTPConnection("127.0.0.1", int(port), timeout=PATIENCE)
        try:
            door.request("GET", path)
            return door.getresponse().status < 500
        except OSError:
            time.sleep(0.1)
        finally:
            door.close()
    return False


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
