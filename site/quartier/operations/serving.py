"""Serves the site on this machine until Ctrl-C: `python site/quartier/operations/serving.py PORT PATH`.

Ctrl-C is sent to every program that shares the terminal. Here it must reach this one alone: make would say
"Error", and the server's workers would no longer end in order.
"""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from http.client import HTTPConnection

PATIENCE = 60  # seconds until the first answer
# As site/README.md says, and: two processes for two cores; few threads each, since they share one SQLite
# file and Python's lock.
SERVER = [
    *(sys.executable, "-m", "granian", "--interface", "wsgi"),
    *("--host", "127.0.0.1", "--workers", "2"),
    *("--blocking-threads", "3", "--blocking-threads-idle-timeout", "600"),
    *("--respawn-failed-workers", "--workers-kill-timeout", "5", "--log-level", "warning"),
    "quartier.wsgi:application",
]
WORKER = [sys.executable, "manage.py", "work"]


def main(port, path):
    """Start the server, say where it is once it answers, wait for its end. Answers with the exit code."""
    with terminal_to_ourselves():
        here = {**os.environ, "PYTHONPATH": "site"}
        server = subprocess.Popen([*SERVER, "--port", port], env=here, process_group=0)  # noqa: S603
        asked = []
        for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(ending, lambda number, _frame: (asked.append(number), server.terminate()))
        if answers(port, path, server):
            print(f"\nOpen http://127.0.0.1:{port}{path} in a browser. Ctrl-C stops.", flush=True)
        elif not asked:
            server.terminate()
            sys.stderr.write(f"The server did not answer at port {port}.\n")
            return server.wait() or 1
        with working(here):
            code = server.wait()
    return 0 if asked else code or 1


@contextmanager
def working(here):
    """The worker beside the server: after it, so that nobody waits for it, and never longer than it."""
    worker = subprocess.Popen(WORKER, env=here, process_group=0)  # noqa: S603
    try:
        yield
    finally:
        worker.terminate()
        try:
            worker.wait(timeout=5)
        except subprocess.TimeoutExpired:
            worker.kill()


@contextmanager
def terminal_to_ourselves():
    """Own the terminal, if we were started in one, and give it back at the end."""
    before = os.getpgrp()
    if not (
        sys.stdin.isatty() and os.tcgetpgrp(sys.stdin.fileno()) == before and os.getpid() != os.getsid(0)
    ):
        yield
        return
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)  # who hands a terminal over would be stopped otherwise
    signal.signal(signal.SIGTSTP, signal.SIG_IGN)  # after Ctrl-Z nobody could wake us again
    os.setpgrp()
    os.tcsetpgrp(sys.stdin.fileno(), os.getpgrp())
    try:
        yield
    finally:
        os.tcsetpgrp(sys.stdin.fileno(), before)


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
