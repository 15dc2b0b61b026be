"""The demo centre, installed into an empty folder and served as `make demo` serves it."""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from tempfile import mkdtemp

ROOT = Path(__file__).resolve().parents[2]


def demo_house(shared):
    """The folder of a demo centre, built by the first that asks, in a folder that one run of tests shares."""
    built = shared / "demo-house"
    with (shared / "demo-house.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not built.exists():
            builder = DemoSite(Path(mkdtemp(dir=shared)))
            builder.install()
            builder.folder.rename(built)
    return built


class DemoSite:
    """A running demo centre: its address, its folder, the logins it printed, the mails it sent."""

    def __init__(self, folder):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.folder = folder
        self._log = Path(folder) / "server.log"
        self.environment = {
            **{
                name: value
                for name, value in os.environ.items()
                if name not in ("DATABASE_URL", "SECRET_KEY")
            },
            "DATA_DIR": str(folder),
            "DJANGO_SETTINGS_MODULE": "quartier.settings.demo",
            "SITE_URL": self.url,
            "ALLOWED_HOSTS": "127.0.0.1,localhost",
            "PORT": str(self.port),
        }

    def manage(self, *words, **options):
        """Run a management command; its output, or an exception with all it said."""
        done = subprocess.run(
            [sys.executable, "manage.py", *words],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=600,
            **options,
        )
        if done.returncode:
            raise RuntimeError(f"manage.py {words[0]} failed:\n{done.stdout}\n{done.stderr}")
        return done.stdout

    def move_into(self, house):
        """Take over the copy of another house, and tell it where it stands now."""
        shutil.copytree(house, self.folder, dirs_exist_ok=True)
        self.manage("demo")

    def install(self):
        self.manage("migrate", "-v0")
        self.manage("catalogues", "--compile")
        self.manage("collectstatic", "--noinput", "-v0")
        self.manage("demo")

    def start(self):
        """Serve it with the very script of `make demo`, and wait until it says where it is."""
        command = [sys.executable, "-I", "site/quartier/operations/serving.py", str(self.port), "/de/"]
        self.log = self._log.open("w")
        self.server = subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stdout=self.log, stderr=self.log
        )
        end = time.monotonic() + 120
        while "Ctrl-C" not in self.said():
            if time.monotonic() > end or self.server.poll() is not None:
                raise RuntimeError(f"The demo centre did not start:\n{self.said()}")
            time.sleep(0.2)

    def said(self):
        """What the server has written into its log so far."""
        return self._log.read_text()

    @property
    def mails(self):
        """What it has sent, in order: the demo files all of it in its own mailbox."""
        files = sorted((Path(self.folder) / "mail/new").glob("*"), key=lambda file: file.stat().st_mtime_ns)
        return [message_from_bytes(file.read_bytes(), policy=default) for file in files]

    def stop(self):
        self.server.terminate()
        self.server.wait(timeout=30)
        self.log.close()

    def logins(self):
        """User name to password, as kept beside the demo's data."""
        lines = (Path(self.folder) / "demo-logins").read_text().splitlines()
        return dict(line.split()[:2] for line in lines if line.strip() and not line.startswith("#"))
