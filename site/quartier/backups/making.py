"""A backup is made: first the database as it is at one moment, then the files that it names.

Whoever publishes meanwhile does not notice it. What is written gets its name only when it is whole.
"""

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone

from quartier.backups import files, rows
from quartier.backups.container import Writer
from quartier.backups.manifest import Manifest, Rows
from quartier.backups.schema import applied, version
from quartier.backups.snapshot import snapshot
from quartier.backups.tables import kept
from quartier.backups.trouble import BackupError


def make(path):
    """Write a backup of this house into a new file, readable by its owner alone; what is in it.

    Raises BackupError, and leaves nothing behind, where there is no room or no right to write.
    """
    path = Path(path)
    if path.exists():
        raise BackupError(f"There is a {path} already. Nothing was overwritten.")
    try:
        with _appearing(path) as file:
            manifest = _write(Writer(file), path.parent)
    except OSError as fault:
        raise BackupError(f"The backup could not be written to {path}: {fault.strerror or fault}.") from fault
    except DatabaseError as fault:
        raise BackupError(f"The database cannot be read: {_words(fault)} Was it migrated?") from fault
    return manifest


@contextmanager
def _appearing(path):
    """An open file that takes its name once it is whole and on the disk; else there is none."""
    number, unfinished = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(number, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(unfinished).rename(path)
    finally:
        Path(unfinished).unlink(missing_ok=True)
    _keep_names(path.parent)


def _keep_names(folder):
    """The name is on the disk, too."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _write(writer, folder):
    named = []
    with snapshot(connection):
        manifest = Manifest(
            made_at=timezone.now().isoformat(timespec="seconds"),
            version=version(),
            database=connection.vendor,
            site_url=settings.SITE_URL,
            migrations=sorted(map(list, applied(connection))),
        )
        for each in kept():
            with tempfile.TemporaryFile(dir=folder) as packed:
                about, files_of_it = rows.write(connection, each, packed)
                size = packed.tell()
                packed.seek(0)
                place = writer.add(f"tables/{each.table.name}.jsonl.gz", size, packed)
            manifest.tables.append(Rows(**place, **about))
            named += files_of_it
    files.pack(writer, manifest.files, manifest.missing, files.named(named))
    writer.close(manifest)
    return manifest


def _words(fault):
    return f"{str(fault).splitlines()[0].rstrip('.')}."
