"""A machine: one web process and one worker, with files of its own and with all else shared."""

import subprocess
import sys
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from tests.make.ports import free_port

HOUSE = Path(__file__).parents[2]
WEB = [*(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"), "--workers", "1"]
ENDING = ["--workers-kill-timeout", "5"]
PROGRAM = "quartier.wsgi:application"
PATIENCE = 60


class Machine:
    """`url` is where it answers; `data` is what only it has."""

    def __init__(self, data, port, environment):
        self.data, self.port, self.url = data, port, f"http://127.0.0.1:{port}"
        self.environment = {**environment, "DATA_DIR": str(data)}
        self.log = (data.parent / f"{data.name}.log").open("a")
        self.web = self.worker = None

    def _begin(self, *command):
        told = {"stdout": self.log, "stderr": self.log, "env": self.environment, "cwd": HOUSE}
        return subprocess.Popen(command, **told)

    def serve(self):
        self.web = self._begin(*WEB, *ENDING, "--blocking-threads", "2", "--port", str(self.port), PROGRAM)

    def work(self):
        self.worker = self._begin(sys.executable, "manage.py", "work")

    def wait(self):
        """Until it answers. Raises RuntimeError with all that was said where it does not."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.web.poll() is None:
            try:
                with urlopen(Request(f"{self.url}/robots.txt"), timeout=PATIENCE):
                    return
            except HTTPError:
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError(self.said())

    def said(self):
        return Path(self.log.name).read_text()

    def restart(self):
        self.web.terminate()
        self.web.wait(timeout=30)
        self.serve()
        self.wait()

    def stop(self):
        for process in filter(None, (self.web, self.worker)):
            process.terminate()
        for process in filter(None, (self.web, self.worker)):
            try:
                process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                process.kill()
        self.log.close()


def two(folder, environment):
    """Two machines, neither of which runs."""
    machines = []
    for name in "ab":
        data = folder / name
        data.mkdir()
        machines.append(Machine(data, free_port(), environment))
    return machines
