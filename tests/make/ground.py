"""What the house stands on, as real servers that can be stopped and started: nothing of them is played."""

import logging
import os
import shutil
import subprocess
from pathlib import Path

from moto.server import ThreadedMotoServer

from tests.make import valkey
from tests.make.mail_server import MailServer
from tests.make.ports import free_port
from tests.make.store import KEYS, make_bucket

POSTGRES = "-k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c jit=off -p {port}"


def postgres_programs():
    """Where initdb lies, the newest first; None on a machine without PostgreSQL."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    return found[0].parent if found else None


class Postgres:
    """A PostgreSQL of its own, stopped as by a power cut."""

    name = "PostgreSQL"

    def __init__(self, folder):
        self.folder, self.port = Path(folder) / "postgres", free_port()
        self.folder.mkdir()
        if os.getuid() == 0:  # as root it refuses to run
            Path(folder).chmod(0o755)
            shutil.chown(self.folder, "postgres")
        data = self.folder / "data"
        self._run(
            "initdb", "-D", data, "-U", "quartier", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"
        )
        self.start()
        self._run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "quartier", "quartier")

    @property
    def environment(self):
        return {"DATABASE_URL": f"postgres://quartier@127.0.0.1:{self.port}/quartier"}

    def start(self):
        options = POSTGRES.format(folder=self.folder, port=self.port)
        self._control("-w", "-l", self.folder / "log", "-o", options, "start")

    def stop(self):
        self._control("-m", "immediate", "stop")

    def freeze(self):
        """Let it hang: it takes connections and says nothing."""
        self._signal("STOP")

    def thaw(self):
        self._signal("CONT")

    def _signal(self, name):
        first = int((self.folder / "data/postmaster.pid").read_text().split()[0])
        children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
        subprocess.run(["kill", f"-{name}", str(first), *children], check=True)

    def _control(self, *words):
        self._run("pg_ctl", "-D", self.folder / "data", *words)

    def _run(self, program, *words):
        command = [str(postgres_programs() / program), *map(str, words)]
        if os.getuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        subprocess.run(command, check=True, cwd="/", stdout=subprocess.DEVNULL)


class Hanging:
    """A PostgreSQL that is there, and says nothing."""

    name, environment = "PostgreSQL that hangs", {}

    def __init__(self, postgres):
        self.stop, self.start = postgres.freeze, postgres.thaw


class Redis(valkey.Server):
    """What Valkey is, too, for those who speak with it."""

    name = "Valkey/Redis"

    def __init__(self):
        super().__init__()
        self.start()

    @property
    def environment(self):
        return {"CACHE_URL": self.url}


class Store:
    """An S3 server; it remembers its files while nobody can reach it."""

    name = "S3 store"

    def __init__(self):
        logging.getLogger("werkzeug").setLevel(logging.ERROR)  # it tells of every file
        self.port = free_port()
        self.start()
        make_bucket(self.url)

    url = property(lambda self: f"http://127.0.0.1:{self.port}")

    @property
    def environment(self):
        keys = {f"S3_{name.upper()}": value for name, value in KEYS.items()}
        return {"S3_BUCKET": "house", "S3_ENDPOINT": self.url, **keys}

    def start(self):
        self.server = ThreadedMotoServer("127.0.0.1", self.port, verbose=False)
        self.server.start()

    def stop(self):
        self.server.stop()


class Mail:
    """A mail server that keeps what it gets."""

    name = "mail server"

    def __init__(self):
        self.server = MailServer()
        self.start()

    @property
    def environment(self):
        return {"EMAIL_URL": self.server.url}

    def start(self):
        self.server.start()

    def stop(self):
        self.server.stop()


class Disk:
    """A small file system for DATA_DIR, filled to its last byte. Only root may mount it."""

    name = "disk"
    environment = {}

    def __init__(self, folder, megabytes):
        self.folder, self.ballast = Path(folder), Path(folder) / "ballast"
        words = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
        subprocess.run(words, check=True)

    def stop(self):
        """Full."""
        with self.ballast.open("wb", buffering=0) as file:
            for size in (2**20, 4096):
                try:
                    while True:
                        file.write(b"0" * size)
                except OSError:
                    continue

    def start(self):
        self.ballast.unlink()

    def unmount(self):
        subprocess.run(["umount", "-l", str(self.folder)], check=True)
