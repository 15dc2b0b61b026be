"""A restore that was killed leaves files of two houses side by side: here the right ones get their place.

Between the exchange of folders and the commit of the database lie milliseconds, but a machine may stop in
them. Which files belong to the database is told by the names in it.
"""

import fcntl
import shutil
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from quartier.backups import files
from quartier.backups.shelves import BESIDE, OLD, Folder, shelves
from quartier.backups.tables import kept
from quartier.backups.trouble import BackupError


@contextmanager
def alone():
    """One restore at a time. Raises BackupError while another one is at work; ends with its process."""
    folder = Path(settings.DATA_DIR) / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "restore").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise BackupError("Another restore is at work.") from None
        yield


def left() -> list[Path]:
    """Folders of a restore that was killed; none while one is at work."""
    try:
        with alone():
            return _left()
    except BackupError:
        return []


def mend() -> list[Path]:
    """Put in place what belongs to the database, and take away the rest: which folders lay there."""
    with alone():
        return mend_alone()


def mend_alone():
    """For who is alone already. Raises DatabaseError where the tables are not those of this version."""
    found = _left()
    for name, shelf in _folders().items():
        for path in _beside(shelf.place):
            if path.name.endswith(OLD):
                _choose(shelf.place, path, _named(name))
        for path in _beside(shelf.place):
            shutil.rmtree(path)
    return found


def _left():
    return [path for shelf in _folders().values() for path in _beside(shelf.place)]


def _folders():
    return {name: shelf for name, shelf in shelves().items() if isinstance(shelf, Folder)}


def _beside(place):
    return sorted(place.parent.glob(f"{BESIDE.format(name=place.name)}*"))


def _choose(place, old, names):
    """The database was not committed if it names files of before that are no longer there."""
    if place.exists() and _lost(place, names) <= _lost(old, names):
        return
    if place.exists():
        shutil.rmtree(place)
    old.rename(place)


def _lost(folder, names):
    return sum(not (folder / name).exists() for name in names)


def _named(shelf_name):
    """The files of a place, as the database names them."""
    found = set()
    for each in kept():
        for column, field in each.files.items():
            if files.shelf(field.storage) == shelf_name:
                rows = field.model._base_manager.values_list(column, flat=True)
                found.update(name for name in rows.iterator() if name)
    return found
