"""Who is at work: each worker holds a lock that the system takes from the dead, so that all others know.

On another machine the lock is not seen; what a worker there has claimed falls back when its lease is over.
"""

import fcntl
import time
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings
from django.utils.crypto import get_random_string

NEW = ".new"
AN_HOUR = 3600


def folder():
    """Where the locks of this machine lie."""
    path = Path(settings.DATA_DIR) / "mailings" / "workers"
    path.mkdir(parents=True, exist_ok=True)
    return path


@contextmanager
def at_work():
    """The name of a worker, new each time, whose lock is held for so long."""
    name = get_random_string(20)
    path = folder() / name
    with path.with_suffix(NEW).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        Path(lock.name).rename(path)  # only now others see it, and it is locked
        yield name
        path.unlink(missing_ok=True)  # not after a fault: then others see to what is left, as of the dead


@contextmanager
def dead():
    """The names of those who have died here; forgotten when what they left has been seen to."""
    found = [path for path in folder().iterdir() if _is_free(path)]
    yield [path.name for path in found if path.suffix != NEW]
    for path in found:
        path.unlink(missing_ok=True)


def _is_free(path):
    with suppress(FileNotFoundError), path.open() as lock:
        if path.suffix == NEW and time.time() - path.stat().st_mtime < AN_HOUR:
            return False  # about to be locked
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
    return False
