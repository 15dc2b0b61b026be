"""Backups that a timer makes: named by their time, the oldest taken away once a new one is proved."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.utils import timezone

from quartier.backups.checking import verify
from quartier.backups.making import make
from quartier.backups.trouble import BackupError

NAME = "quartier-%Y%m%dT%H%M%SZ.tar"
NAMED = re.compile(r"quartier-\d{8}T\d{6}Z\.tar")
UNFINISHED = ".quartier-*Z.tar.*"
GIVEN_UP_AFTER = timedelta(days=1)
"""Longer than any backup takes: whoever was at it has been ended."""


@dataclass(frozen=True, order=True)
class Kept:
    """A backup in a folder, and when it was made, in UTC."""

    made_at: datetime
    path: Path


def in_folder(folder):
    """All that have a name of ours, the newest first; none where there is no such folder."""
    try:
        paths = [path for path in Path(folder).iterdir() if NAMED.fullmatch(path.name) and path.is_file()]
    except (FileNotFoundError, NotADirectoryError):
        return []
    return sorted((_kept(path) for path in paths), reverse=True)


def newest(folder):
    """The newest backup in a folder, or None. What is unfinished has no such name."""
    return next(iter(in_folder(folder)), None)


def keep(folder, number):
    """Make a backup in a folder, prove it, and only then take away all but the newest `number`.

    Answers with its path and what is in it. Raises BackupError, and takes nothing away.
    """
    if number < 1:
        raise BackupError("At least one backup has to be kept.")
    folder = Path(folder)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fault:
        raise BackupError(f"There can be no folder {folder}: {fault.strerror}.") from fault
    path = folder / timezone.now().astimezone(UTC).strftime(NAME)
    manifest = proved(path)
    others = [each for each in in_folder(folder) if each.path != path]  # a clock may have been ahead once
    for old in others[number - 1 :]:
        old.path.unlink(missing_ok=True)
    _sweep(folder)
    return path, manifest


def _sweep(folder):
    """Take away what a backup that was cut off, by a power cut for example, has left."""
    before = (timezone.now() - GIVEN_UP_AFTER).timestamp()
    for path in folder.glob(UNFINISHED):
        if path.stat().st_mtime < before:
            path.unlink(missing_ok=True)


def proved(path):
    """Make a backup and read it again; one that cannot be read is taken away."""
    make(path)
    try:
        return verify(path)
    except BaseException:
        Path(path).unlink(missing_ok=True)
        raise


def _kept(path):
    return Kept(datetime.strptime(path.name, NAME).replace(tzinfo=UTC), path)
