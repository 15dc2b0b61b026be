"""What machines share: PostgreSQL, Redis, a store of files. Each on a free port, until the test ends."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.make.ports import free_port

PATIENCE = 60


def newest_postgres():
    """The folder of its programs, or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[4]))
    return found[-1].parent if found else None


def wait_for(port, process):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with socket.socket() as door:
            if door.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"{process.args[0]} did not come up.")


@contextmanager
def running(command, port, ending=signal.SIGTERM, **options):
    """A server, once it listens; stopped in the end."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    try:
        wait_for(port, process)
        yield process
    finally:
        process.send_signal(ending)
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def postgres():
    """The address of an empty database. The server refuses to run as root."""
    programs, port = newest_postgres(), free_port()
    is_root = os.getuid() == 0
    become = {"user": "postgres", "group": "postgres", "extra_groups": [], "cwd": "/"} if is_root else {}
    with TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        data.mkdir()
        if is_root:
            Path(folder).chmod(0o755)
            shutil.chown(data, "postgres")
        build = ["-D", str(data), "-U", "quartier", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"]
        subprocess.run([str(programs / "initdb"), *build], check=True, capture_output=True, **become)
        swift = [
            word
            for name in ("fsync", "synchronous_commit", "full_page_writes")
            for word in ("-c", f"{name}=off")
        ]
        where = ["-p", str(port), "-k", str(data), "-c", "listen_addresses=127.0.0.1", "-c", "jit=off"]
        command = [str(programs / "postgres"), "-D", str(data), *where, *swift]
        with running(
            command, port, ending=signal.SIGINT, **become
        ):  # asked politely, it waits for all to leave
            yield f"postgres://quartier@127.0.0.1:{port}/postgres"


@contextmanager
def redis():
    port = free_port()
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    with TemporaryDirectory() as folder, running(command, port, cwd=folder):
        yield f"redis://127.0.0.1:{port}/0"


@contextmanager
def store():
    port = free_port()
    with running([sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)], port):
        yield f"http://127.0.0.1:{port}"
