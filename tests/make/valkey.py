"""A Valkey or Redis server of our own, that can go away and come back."""

import shutil
import subprocess
import time

import pytest
from redis import Redis, RedisError

from tests.make.ports import free_port

PROGRAM = shutil.which("valkey-server") or shutil.which("redis-server")


class Server:
    """On a free port of this machine, without a file."""

    def __init__(self):
        if not PROGRAM:
            pytest.skip("neither valkey-server nor redis-server is installed")
        self.port = free_port()
        self.url, self._process = f"redis://127.0.0.1:{self.port}/0", None

    def start(self):
        options = ["--bind", "127.0.0.1", "--port", str(self.port), "--save", "", "--appendonly", "no"]
        self._process = subprocess.Popen([PROGRAM, *options], stdout=subprocess.DEVNULL)
        for _ in range(200):
            if self._answers():
                return
            time.sleep(0.05)
        raise TimeoutError("the server does not answer")

    def stop(self):
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _answers(self):
        try:
            return Redis.from_url(self.url, retry=None).ping()
        except RedisError:
            return False
