"""A backup is proved before anything is touched: whole, ours, unchanged, and fit for this version."""

from contextlib import contextmanager

from quartier.backups import rows
from quartier.backups.container import Stretch, open_sealed
from quartier.backups.schema import check_known


@contextmanager
def opened(path, trusted=False):
    """The open file and its manifest, once all of it is proved. Raises BackupError with the reason."""
    file, manifest = open_sealed(path, trusted)
    with file:
        check_known(manifest.migrations)
        for part in manifest.tables:
            for _row in rows.lines(Stretch(file, part)):
                pass
        for part in manifest.files:
            Stretch(file, part).prove()
        yield file, manifest


def verify(path, trusted=False):
    """What is in a backup that could be restored here; raises BackupError for any other."""
    with opened(path, trusted) as (_file, manifest):
        return manifest
