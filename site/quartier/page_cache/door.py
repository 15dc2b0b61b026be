"""Puts the keeper in front of Django, and tells the web server beside it which pages are those of now."""

import contextlib
import os
import time
from datetime import timedelta
from pathlib import Path

from django.conf import settings

from quartier.page_cache.crowd import Crowd
from quartier.page_cache.edition import edition
from quartier.page_cache.folder import forget_others, written
from quartier.page_cache.keeper import Keeper
from quartier.page_cache.lifetime import Lifetime
from quartier.page_cache.promises import keep_lost
from quartier.page_cache.shelves import Shelves
from quartier.page_cache.versions import folder, version

CHANGING = timedelta(minutes=10).total_seconds()
"""Seconds within which all processes of an installation have been started anew after an update."""

KEPT_EDITIONS = timedelta(days=2).total_seconds()


def keeping(application):
    """The application, answered from copies where that is right; itself, where settings want none."""
    if not settings.KEEP_PAGES:
        return application
    begin()
    return Keeper(
        application,
        version=version(),
        shelves=shelves(),
        lifetime=Lifetime(),
        crowd=Crowd(folder() / "locks"),
        is_closed=Maintenance(settings.MAINTENANCE_MODE_STATE_FILE_PATH),
        look_after=lambda: keep_lost(folder() / "promises", version()),
        outside=bool(settings.WAGTAILFRONTENDCACHE),
    )


def begin(now=None):
    """A process begins: with another program than before, or after the machine, all copies count as old.

    Those that start a little later do the same: until then old processes have answered, too.
    """
    now, noted = now or time.time(), folder() / "edition"
    told = f"{edition()} {_boot()}"
    try:
        is_new = noted.read_text() != told
        is_changing = now - noted.stat().st_mtime < CHANGING
    except OSError:
        is_new = is_changing = True
    if is_new or is_changing:
        version().bump()
    if is_new:
        with contextlib.suppress(OSError):
            written(noted, told.encode())
    forget_others(folder() / "kept", edition(), now - KEPT_EDITIONS)


def shelves():
    kept = folder() / "kept" / edition()
    if not settings.CACHE_URL:
        return Shelves(kept)
    from quartier.page_cache.server import Copies  # noqa: PLC0415 (redis takes 6 MB, and most do without)

    return Shelves(kept, Copies(settings.CACHE_URL, edition()))


class Maintenance:
    """Whether the site was closed for a while: then nobody reads an old copy either."""

    def __init__(self, path):
        self._path, self._seen, self._closed = str(path), None, False

    def __call__(self):
        try:
            told = os.stat(self._path)  # noqa: PTH116 (asked with every hit)
            seen = told.st_mtime_ns, told.st_size, told.st_ino
            if seen != self._seen:
                self._closed = Path(self._path).read_text().strip() not in ("", "0")
                self._seen = seen
        except OSError:
            return False
        return self._closed


def _boot():
    """Which start of the machine this is: what was written last before a power cut may be lost."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    except OSError:
        return ""
