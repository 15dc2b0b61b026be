"""One at a time makes a page, of all threads and processes; the others wait for it, or do not."""

import contextlib
import fcntl
import time
from pathlib import Path
from threading import Condition

PAUSE = 0.01  # seconds between two looks at a lock of another process


class Crowd:
    """Those who want the same page at once, by its name."""

    def __init__(self, folder: Path):
        self._folder, self._busy, self._changed = folder, set(), Condition()

    @contextlib.contextmanager
    def turn(self, name, patience: float):
        """True for the one whose turn it is; False for who has waited for so many seconds."""
        until = time.monotonic() + patience
        if not self._enter(name, until):
            yield False
            return
        try:
            with self._among_processes(name, until) as mine:
                yield mine
        finally:
            with self._changed:
                self._busy.discard(name)
                self._changed.notify_all()

    def _enter(self, name, until):
        with self._changed:
            while name in self._busy:
                left = until - time.monotonic()
                if left <= 0:
                    return False
                self._changed.wait(left)
            self._busy.add(name)
            return True

    @contextlib.contextmanager
    def _among_processes(self, name, until):
        """By a lock that the system takes back from a process that ends. On a full disk everybody may."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            lock = (self._folder / name[:3]).open("a")
        except OSError:
            yield True
            return
        with lock:
            yield _locked(lock, until)


def _locked(lock, until):
    while True:
        with contextlib.suppress(OSError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        if time.monotonic() >= until:
            return False
        time.sleep(PAUSE)


class Lately:
    """What has happened to a name in the last few seconds, of at most some thousand names."""

    MOST = 4096

    def __init__(self, seconds):
        self._seconds, self._noted = seconds, {}

    def note(self, name):
        if len(self._noted) >= self.MOST:
            self._noted.clear()
        self._noted[name] = time.monotonic()

    def is_lately(self, name):
        return time.monotonic() - self._noted.get(name, float("-inf")) < self._seconds
