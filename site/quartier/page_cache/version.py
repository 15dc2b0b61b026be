"""The one number that says whether a copy is still true: another one after each change that readers may see.

It is a file of `DATA_DIR/pages`. Whoever asks compares what the file system says of it (a few microseconds);
its size and its time change with every change, so that a web server in front can go by its ETag.
"""

import contextlib
import fcntl
import logging
import os
import secrets
import time
from dataclasses import dataclass
from pathlib import Path

from quartier.page_cache.folder import written

SHORTEST, STEPS = 256, 4096
"""Bytes of the file: the number of changes modulo STEPS tells it from the one before within a second, too."""

READABLE = 0o640
"""The web server in front looks at it, as a member of the group to which the folder belongs."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class State:
    """The version, the one before it, and when it came (seconds since 1970).

    `floor` is another one whenever something was withdrawn from readers: older copies must not come back.
    """

    version: str
    before: str
    floor: str
    since: float
    number: int = 0

    def after(self, now, withdraws=False):
        version = name(now)
        floor = version if withdraws else self.floor
        return State(version, self.version, floor, now, self.number + 1)

    @property
    def line(self) -> str:
        return f"{self.version} {self.before} {self.floor} {self.since} {self.number}"

    @property
    def written(self) -> bytes:
        return f"{self.line}\n".ljust(SHORTEST + self.number % STEPS).encode()

    @classmethod
    def read(cls, text: str):
        """Raises ValueError for anything that is not a state."""
        version, before, floor, since, number = text.split()
        return cls(version, before, floor, float(since), int(number))


def name(now):
    """A new version: no other process, and no other machine, ever makes the same."""
    return f"{int(now * 1000):x}-{secrets.token_hex(6)}"


class File:
    """The version of this machine."""

    def __init__(self, folder: Path):
        self.path = folder / "version"
        self._path, self._lock = str(self.path), folder / "version.lock"
        self._seen, self._state, self.own = None, None, ""

    def state(self) -> State:
        """As it is now. Where it cannot be read there is a new one, so that no copy counts as true."""
        try:
            seen = os.stat(self._path)  # noqa: PTH116 (a hit asks nothing else)
        except OSError:
            return self._anew()
        key = seen.st_mtime_ns, seen.st_size, seen.st_ino
        if key != self._seen:
            try:
                state = State.read(self.path.read_text())
            except (OSError, ValueError):
                return self._anew()
            # Where a full disk took no new file, its time alone was changed (see `bump`).
            told, self.own = f"{state.version}.{key[0]:x}", state.version
            self._seen, self._state = key, State(told, state.before, state.floor, state.since, state.number)
        return self._state

    def bump(self, withdraws=False) -> bool:
        """What was kept until now is no longer true. Whether everybody will know."""
        try:
            with self.alone():
                self.write(self._known().after(time.time(), withdraws))
        except OSError:
            log.exception("The version of the pages could not be written.")
            with contextlib.suppress(OSError):
                os.utime(self._path)
        return True

    def _known(self):
        """With the version as copies carry it: the one before is compared with theirs."""
        with contextlib.suppress(OSError, ValueError):
            state = State.read(self.path.read_text())
            told = f"{state.version}.{self.path.stat().st_mtime_ns:x}"
            return State(told, state.before, state.floor, state.since, state.number)
        return State("-", "-", name(time.time()), 0.0)

    def write(self, state):
        """Raises OSError."""
        written(self.path, state.written, READABLE)

    def _anew(self):
        """Of several processes that find no version one makes it."""
        now = time.time()
        try:
            with self.alone():
                if not self._is_readable():
                    self.write(State(name(now), "-", name(now), now))
            return self.state() if self._is_readable() else State(name(now), "-", "-", now)
        except OSError:
            return State(name(now), "-", "-", now)

    def _is_readable(self):
        try:
            return bool(State.read(self.path.read_text()))
        except (OSError, ValueError):
            return False

    @contextlib.contextmanager
    def alone(self):
        """Nobody else on this machine writes it meanwhile. Raises OSError."""
        self._lock.parent.mkdir(parents=True, exist_ok=True)
        with self._lock.open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
