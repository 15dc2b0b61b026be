"""A change on its way into the database: whatever happens, no copy of before is taken for true for long.

A process can end between the commit and the new version. So before the change a promise is put into a folder,
held by a lock that the system takes back when the process ends: one that nobody holds any more is kept by
whoever finds it.
"""

import contextlib
import fcntl
import logging
import os
import secrets
import time
from pathlib import Path

ONCE_MORE = 30
"""Seconds after which a line that was lost can bring nothing any more (`tcp_user_timeout`, and a moment)."""

MOMENT = 1
"""Seconds by which the clock of the file system may be ahead of ours."""

log = logging.getLogger(__name__)


class Promise:
    """To be called after the commit. Forgotten with the transaction, if that is rolled back."""

    def __init__(self, folder: Path, version):
        self.withdraws = False
        self._version, self._path, self._file = version, str(folder / secrets.token_hex(8)), None
        with contextlib.suppress(OSError):  # of a full disk; the change itself is not to fail for that
            folder.mkdir(parents=True, exist_ok=True)
            self._file = os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600)
            fcntl.flock(self._file, fcntl.LOCK_EX)

    def __call__(self):
        if self._version.bump(self.withdraws):
            self.forget()
        else:
            self._leave()

    def doubt(self):
        """Perhaps it was done, perhaps it will be in a moment: told now, and once more a little later."""
        if self._version.bump(self.withdraws) and self._file is not None:
            later = time.time() + ONCE_MORE
            with contextlib.suppress(OSError):
                os.utime(self._path, (later, later))
        self._leave()

    def forget(self):
        """Nothing has changed, or all is done."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                os.unlink(self._path)  # noqa: PTH108 (also while Python ends)
            os.close(self._file)
            self._file = None

    def _leave(self):
        """For whoever finds it, once the server that has the version is there again."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
            with contextlib.suppress(OSError):
                os.utime(Path(self._path).parent)

    def __del__(self):
        self.forget()


def keep_lost(folder: Path, version) -> int:
    """Keep the promises of processes that have ended before they could; how many."""
    lost = [path for path in _names(folder) if _is_lost(path)]
    if not lost or not version.bump(withdraws=True):
        return 0
    log.warning("A change was not told to the end: all pages are made anew.")
    for path in lost:
        path.unlink(missing_ok=True)
    return len(lost)


def _names(folder):
    try:
        return [folder / name for name in os.listdir(folder)]  # noqa: PTH208 (asked with every new copy)
    except OSError:
        return []


def _is_lost(path):
    try:
        with path.open("r+") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            told = os.fstat(file.fileno())
            return told.st_nlink > 0 and told.st_mtime <= time.time() + MOMENT
    except OSError:
        return False
