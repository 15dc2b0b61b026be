"""Files come back: beside those that are there, until all are right; then in one step in their place."""

import os
import shutil
import tempfile
from pathlib import Path

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage

from quartier.backups import files
from quartier.backups.container import PIECE, copy
from quartier.backups.tables import kept
from quartier.backups.trouble import BackupError

BESIDE, OLD = ".{name}-restored-", "-old"
"""How folders are called that lie beside a place for a while: what comes, and what was there."""


def shelves():
    """One for each place in which files lie, by its name in a backup."""
    fields = [field for each in kept() for field in each.files.values()]
    return {files.shelf(field.storage): _shelf(field.storage) for field in fields}


def _shelf(storage):
    return Folder(storage) if isinstance(storage, FileSystemStorage) else Bucket(storage)


def _kept_from_others():
    """What the process takes away from each folder that it makes; asking for it is setting it."""
    os.umask(mask := os.umask(0o077))
    return mask


class Folder:
    """A folder of this machine: filled beside the old one, and exchanged for it."""

    def __init__(self, storage):
        self.storage, self.place = storage, Path(storage.location)
        self.beside = self.old = None

    def prepare(self):
        self.place.parent.mkdir(parents=True, exist_ok=True)
        prefix = BESIDE.format(name=self.place.name)
        self.beside = Path(tempfile.mkdtemp(dir=self.place.parent, prefix=prefix))
        self.beside.chmod(self.storage.directory_permissions_mode or 0o777 & ~_kept_from_others())

    def room(self):
        """Bytes for which there is room."""
        place = next(folder for folder in [self.place, *self.place.parents] if folder.exists())
        return shutil.disk_usage(place).free

    def put(self, name, stretch):
        path = self.beside / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            copy(stretch, file)
            file.flush()
            os.fsync(file.fileno())
        path.chmod(self.storage.file_permissions_mode or 0o644)

    def exchange(self):
        """From here on the new files are read; `undo` takes it back."""
        if self.place.exists():
            old = self.beside.with_name(f"{self.beside.name}{OLD}")
            self.place.rename(old)
            self.old = old
        self.beside.rename(self.place)
        self.beside = None

    def undo(self):
        if self.old:
            if self.beside is None:
                shutil.rmtree(self.place)
            self.old.rename(self.place)
        elif self.place.exists() and self.beside is None:
            shutil.rmtree(self.place)
        if self.beside:
            shutil.rmtree(self.beside, ignore_errors=True)

    def finish(self):
        """The old files are not needed any more."""
        if self.old:
            shutil.rmtree(self.old, ignore_errors=True)


class Bucket:
    """A storage on another machine: files that nothing names yet harm nobody, and are taken back."""

    def __init__(self, storage):
        self.storage, self.brought = storage, []

    def prepare(self):
        """There is nothing to do."""

    def room(self):
        return None

    def put(self, name, stretch):
        if self.storage.exists(name):
            if not self._is_the_same(name, stretch):
                raise BackupError(f"The storage holds another file called {name}. Please empty it first.")
            return
        with tempfile.SpooledTemporaryFile(max_size=8 * PIECE) as file:
            copy(stretch, file)
            file.seek(0)
            self.brought.append(self.storage.save(name, File(file, name=name)))
        if self.brought[-1] != name:
            raise BackupError(f"The storage would not keep a file under its name: {name}.")

    def _is_the_same(self, name, stretch):
        with self.storage.open(name, "rb") as file:
            while piece := file.read(PIECE):
                if piece != stretch.read(len(piece)):
                    return False
        return not stretch.read(1)

    def exchange(self):
        """They are in place already."""

    def undo(self):
        for name in self.brought:
            self.storage.delete(name)

    def finish(self):
        """Old files stay: `--replace` may not know of all who use this storage."""
