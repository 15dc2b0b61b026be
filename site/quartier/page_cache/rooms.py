"""What Django's `cache` remembers: for all processes together, or near in each of them.

What pages ask for many times each lies in the process, and is thrown away with every change that readers may
see. All else (it is little: no count is kept here) lies on the server or, without one, on the disk.
"""

import logging
import time
import zlib
from pickle import PickleError

from django.core.cache.backends.filebased import FileBasedCache
from django.core.cache.backends.locmem import LocMemCache

from quartier.page_cache.version import File
from quartier.page_cache.versions import folder

NEAR = ("wagtail_site_root_paths", "picture-", "kalender.ics-")
"""How the names begin of what each process remembers by itself."""

QUIET = 60  # seconds between two words about the same trouble

log = logging.getLogger(__name__)


class Near:
    """Before a cache that is shared: keeps in this process what is asked for all the time.

    While the server or the folder cannot be used nothing is remembered, and nothing fails.
    """

    faults = (OSError, EOFError, PickleError, zlib.error)
    told_at = float("-inf")

    def __init__(self, server, params):
        super().__init__(server, params)
        self._near = LocMemCache("near", {**params, "OPTIONS": {"MAX_ENTRIES": 3000}})
        self._file, self._version = File(folder()), None

    def get(self, key, default=None, version=None):
        if key.startswith(NEAR):
            return self._fresh().get(key, default, version)
        return self.forgiven(super().get, default, key, default, version)

    def set(self, key, value, *args, **kwargs):
        if key.startswith(NEAR):
            return self._fresh().set(key, value, *args, **kwargs)
        return self.forgiven(super().set, None, key, value, *args, **kwargs)

    def delete(self, key, version=None):
        if key.startswith(NEAR):
            return self._fresh().delete(key, version)
        return self.forgiven(super().delete, False, key, version)

    def add(self, *args, **kwargs):
        return self.forgiven(super().add, True, *args, **kwargs)

    def touch(self, *args, **kwargs):
        return self.forgiven(super().touch, False, *args, **kwargs)

    def has_key(self, *args, **kwargs):
        return self.forgiven(super().has_key, False, *args, **kwargs)

    def clear(self):
        self._near.clear()
        return self.forgiven(super().clear, False)

    def forgiven(self, work, otherwise, *args, **kwargs):
        """What `work` answers; `otherwise` while nothing can be reached, or what is there was damaged."""
        try:
            return work(*args, **kwargs)
        except self.faults:
            if time.monotonic() - Near.told_at > QUIET:
                Near.told_at = time.monotonic()
                log.exception("The cache cannot be reached: nothing is remembered for now.")
            return otherwise

    def _fresh(self):
        version = self._file.state().version
        if version != self._version:
            self._near.clear()
            self._version = version
        return self._near


class OnDisk(Near, FileBasedCache):
    """For one machine. The folder belongs to the site alone, as its secrets do."""
