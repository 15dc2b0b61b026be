"""A kept page beside Django's "hello" and Django's own cache, each behind the server that we run, in one run.

`DATA_DIR` holds a demo centre (`make demo`). The rounds take turns, so that a busy machine slows all alike;
CPU time of the whole server, the median of all rounds.
"""

import http.client
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

ROUNDS, ASKED = 7, 2000
ADDRESS, HEADERS = "/de/", {"Host": "127.0.0.1", "Accept-Encoding": "br", "Accept-Language": "de"}
STAGES = {"hello": "tests.bench.stages", "middleware": "tests.bench.stages", "kept": "quartier.wsgi"}
NAMES = {"hello": "Django's “hello”", "middleware": "Django's cache middleware", "kept": "our kept page"}


def main():
    spent = kept_pages()
    print(f"\n{'':28}{'CPU ms':>10}{'requests/s':>12}{'to hello':>10}")
    for name, (cpu, rate) in spent.items():
        print(f"{NAMES[name]:28}{cpu:>10.3f}{rate:>12.0f}{cpu / spent['hello'][0]:>10.2f}")


def kept_pages(rounds=ROUNDS, asked=ASKED) -> dict[str, tuple[float, float]]:
    """CPU milliseconds of one request and requests in a second, by stage: the medians of all rounds."""
    with server("kept") as kept, tempfile.NamedTemporaryFile() as file:
        file.write(body_of(kept.port))
        file.flush()
        with server("hello") as hello, server("middleware", BYTES=file.name) as middleware:
            told = {"hello": [], "middleware": [], "kept": []}
            for _round in range(rounds + 1):
                for name, running in (("hello", hello), ("middleware", middleware), ("kept", kept)):
                    told[name].append(running.measured(asked))
    return {name: tuple(map(statistics.median, zip(*each[1:], strict=True))) for name, each in told.items()}


class Running:
    """A server in a process group of its own."""

    def __init__(self, process, port):
        self.process, self.port = process, port

    def measured(self, asked) -> tuple[float, float]:
        began, spent = time.perf_counter(), self._spent()
        line = http.client.HTTPConnection("127.0.0.1", self.port)
        for _ in range(asked):
            line.request("GET", ADDRESS, headers=HEADERS)
            answer = line.getresponse()
            answer.read()
            assert answer.status == 200, answer.status
        line.close()
        return (self._spent() - spent) * 1000 / asked, asked / (time.perf_counter() - began)

    def _spent(self):
        """CPU seconds of all processes of the group."""
        ticks = 0
        for path in Path("/proc").glob("[0-9]*/stat"):
            try:
                told = path.read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(told[2]) == self.process.pid:
                ticks += int(told[11]) + int(told[12])
        return ticks / os.sysconf("SC_CLK_TCK")


@contextmanager
def server(stage, **environment):
    """One worker of granian on a free port, as `make demo` starts it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"]
    command += ["--port", str(port), "--workers", "1", "--no-ws", f"{STAGES[stage]}:application"]
    told = {"STAGE": stage, "PORT": str(port), "PYTHONPATH": "site:.", **environment}
    if stage != "kept":
        told["DJANGO_SETTINGS_MODULE"] = ""
    process = subprocess.Popen(
        command,
        env=os.environ | told,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port)
        yield Running(process, port)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def wait_for(port):
    for _ in range(600):
        try:
            body_of(port)
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(port)


def body_of(port):
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    line.request("GET", ADDRESS, headers=HEADERS | {"Accept-Encoding": "identity"})
    return line.getresponse().read()


if __name__ == "__main__":
    main()
