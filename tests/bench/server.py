"""A program under measure: it answers on a port, and what it costs is read from the system's books.

The CPU time of the server itself does not depend on how slow the client is or what else runs here.
"""

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from tests.make.ports import free_port

PATIENCE = 60  # seconds until the first answer
GRANIAN = [
    *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--workers", "1"),
    *("--blocking-threads", "3", "--blocking-threads-idle-timeout", "600", "--log-level", "warning"),
]


class Server:
    """What answers on `port` of this machine; `process` is the oldest of its family."""

    def __init__(self, port, process):
        self.port, self.process = port, process

    def cpu(self):
        """CPU seconds that the family has used so far, as the kernel counts them for each thread."""
        return sum(map(_spent, self.family()))

    def memory(self):
        """Bytes of memory of its largest process, as far as they are its own or shared in part (PSS)."""
        return max(_pss(pid) for pid in self.family())

    def family(self):
        parents = {int(entry.name): int(_stat(entry.name)[1]) for entry in _processes()}
        found = [self.process.pid]
        for pid in found:
            found += [child for child, parent in parents.items() if parent == pid]
        return found

    def line(self):
        return HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)

    def ask(self, path, times=1, headers=None):
        """Ask so many times over one line; the last answer as status, headers and body."""
        line = self.line()
        for turn in range(times):
            line.request("GET", path.format(turn=turn), headers=headers or {})
            answer = line.getresponse()
            body = answer.read()
        line.close()
        return answer.status, answer.headers, body


@contextmanager
def granian(application, path="/", **environment):
    """A granian of one process that serves an application; `path` is asked until it answers."""
    port = free_port()
    process = subprocess.Popen([*GRANIAN, "--port", str(port), application], env=here(environment))
    with ended(process):
        server = Server(port, process)
        wait_for(server, path)
        yield server


def here(environment):
    """The environment of a program of this checkout."""
    return {**os.environ, "PYTHONPATH": "site:.", **environment}


@contextmanager
def ended(process):
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=30)


def wait_for(server, path):
    """Until it answers. Raises SystemExit where it does not."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.process.poll() is None:
        try:
            if server.ask(path)[0] < 500:
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise SystemExit("A server did not answer; see above.")


def _processes():
    return (entry for entry in Path("/proc").iterdir() if entry.name.isdigit())


def _stat(pid):
    """What stands behind the name of a program in its line of the system's books (proc(5)): state first."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ["", *"0" * 40]


def _spent(pid):
    """CPU seconds (proc(5), schedstat: nanoseconds)."""
    tasks = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9


def _pss(pid):
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next(int(line.split()[1]) * 1024 for line in rollup.splitlines() if line.startswith("Pss:"))
