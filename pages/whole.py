"""Files are written whole or not at all: what a full disk has cut off is no picture, and no letter."""

from contextlib import suppress
from pathlib import Path

from django.core.files.storage import FileSystemStorage


class WholeFiles(FileSystemStorage):
    """Takes away what it could not write to its end."""

    def _save(self, name, content):
        there = self.exists(name)
        try:
            return super()._save(name, content)
        except OSError:
            if not there:
                with suppress(OSError):
                    Path(self.path(name)).unlink()
            raise
