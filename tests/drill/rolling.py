"""Two web processes behind nginx, ended and started one after the other while people read and post.

`python -m tests.drill.rolling [DEPLOYS]`: the demo centre in earnest, two thousand requests and more. The
short form, with a stand-in for the application, is `tests/site/deploy/test_rolling.py`.
"""

import itertools
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from http.client import HTTPConnection
from pathlib import Path

from tests.browser.running import ROOT, DemoSite
from tests.site.deploy.nginx import NAME, Nginx, free_port

GRANIAN = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--workers", "1"]
GRANIAN += ["--blocking-threads", "3", "--workers-kill-timeout", "60", "--log-level", "warning"]


class Web:
    """One web process, as `quartier-web@.service` starts and ends it."""

    def __init__(self, application, environment, path="/health/ready", folder=ROOT):
        self.port, self.path = free_port(), path
        self._command = [*GRANIAN, "--port", str(self.port), application]
        self._environment, self._folder = environment, folder
        self.start()

    def start(self):
        self.process = subprocess.Popen(self._command, env=self._environment, cwd=self._folder)
        self.wait_until_ready()

    def wait_until_ready(self):
        end = time.monotonic() + 90
        while time.monotonic() < end and self.process.poll() is None:
            line = HTTPConnection("127.0.0.1", self.port, timeout=30)
            try:
                line.request("GET", self.path, headers={"Host": NAME, "X-Forwarded-Proto": "https"})
                if line.getresponse().status < 500:
                    return
            except OSError:
                pass
            finally:
                line.close()
            time.sleep(0.1)
        raise RuntimeError(f"The web process at {self.port} does not become ready.")

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=90)

    def restart(self):
        code = self.stop()
        self.start()
        return code


class Readers(threading.Thread):
    """Several that ask without a pause; `told` counts what came of it."""

    def __init__(self, nginx, asks, many=4):
        super().__init__()
        self.nginx, self.asks, self.many = nginx, asks, many
        self.told, self.over = Counter(), threading.Event()

    def run(self):
        threads = [threading.Thread(target=self._read) for _ in range(self.many)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def _read(self):
        for ask in itertools.cycle(self.asks):
            if self.over.is_set():
                return
            try:
                status = self.nginx.ask(**ask)[0]
            except Exception as fault:
                status = type(fault).__name__
            self.told[status] += 1

    def finish(self):
        self.over.set()
        self.join()
        return self.told


def roll(nginx, webs, asks, deploys=1, many=4, requests=0):
    """What readers were told during so many deploys: statuses, or names of faults, and how often.

    At least so many `requests` are made, an equal share of them around each deploy.
    """
    readers = Readers(nginx, asks, many)
    readers.start()
    for deploy in range(deploys):
        for web in webs:
            code = web.restart()
            if code:
                raise RuntimeError(f"A web process ended with {code}.")
        while readers.told.total() < requests * (deploy + 1) / deploys:
            time.sleep(0.1)
    return readers.finish()


def main(deploys=5, requests=2000):
    """Pages without a copy (logged-in readers), a form posted empty, pages with a copy."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.pop("DATABASE_URL", None)
        site = DemoSite(Path(folder) / "site")
        site.folder.mkdir()
        site.install()
        environment = {
            **site.environment,
            "PYTHONPATH": "site",
            "ALLOWED_HOSTS": f"{NAME},127.0.0.1",
            "BEHIND_PROXY": "true",
        }
        webs = [Web("quartier.wsgi:application", environment) for _ in range(2)]
        nginx = Nginx(Path(folder) / "nginx", *(web.port for web in webs))
        asks = [
            {"path": "/de/", "Cookie": "session=none"},
            {"path": "/de/abo/ja/nothing/", "method": "POST", "body": b"a=b"},
            {"path": "/de/"},
        ]
        try:
            told = roll(nginx, webs, asks, deploys, requests=requests)
        finally:
            nginx.stop()
            for web in webs:
                web.stop()
    failed = sum(count for status, count in told.items() if not isinstance(status, int) or status >= 500)
    print(f"{deploys} deploys, {told.total()} requests, {failed} failed: {dict(told)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
