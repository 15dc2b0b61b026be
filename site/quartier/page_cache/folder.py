"""Copies as files: shared by the processes of a machine, and still there after all of them have ended."""

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

from quartier.page_cache.copies import read

LOOKED_AT = 64
"""After so many new copies the folder is measured: it may be larger than it should by as many."""


class Folder:
    """Copies by name below a folder, not more than `largest` bytes: of too many, the oldest go."""

    def __init__(self, path: Path, largest: int):
        self._path, self._largest, self._puts = path, largest, 0

    def get(self, name):
        try:
            return read(self._file(name).read_bytes())
        except OSError:
            return None

    def put(self, name, copy):
        """Nothing, where the disk does not take it: then it is made anew each time."""
        with contextlib.suppress(OSError):
            written(self._file(name), copy.written())
        self._puts += 1
        if self._puts % LOOKED_AT == 0:
            self.tidy()

    def drop(self, name):
        with contextlib.suppress(OSError):
            self._file(name).unlink(missing_ok=True)

    def every(self):
        """Each copy that lies there, and its name."""
        for file in self._path.glob("??/*"):
            if "." not in file.name and (copy := self.get(file.name)):
                yield file.name, copy

    def tidy(self):
        files = sorted(self._measured(), key=lambda file: file[1].st_mtime, reverse=True)
        size = 0
        for path, measured in files:
            size += measured.st_size
            if size > self._largest:
                with contextlib.suppress(OSError):
                    os.unlink(path)  # noqa: PTH108 (paths of scandir)

    def _measured(self):
        for shelf in self._path.glob("??"):
            with contextlib.suppress(OSError), os.scandir(shelf) as entries:
                for entry in entries:
                    with contextlib.suppress(OSError):
                        yield entry.path, entry.stat()

    def _file(self, name):
        return self._path / name[:2] / name


def written(path: Path, content: bytes, mode: int = 0o600):
    """Write a file so that whoever reads it finds the old or the new one, never a part; raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".new", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(mode)
        os.replace(name, path)  # noqa: PTH105 (the name comes from mkstemp)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def forget_others(above: Path, ours: str, older_than: float):
    """Delete the folders of other editions of the program that nobody has put a copy into lately."""
    for folder in above.glob("*"):
        with contextlib.suppress(OSError):
            shelves = [folder, *folder.glob("*/??")]
            if folder.name != ours and max(shelf.stat().st_mtime for shelf in shelves) < older_than:
                shutil.rmtree(folder, ignore_errors=True)
