"""Which version counts: that of this machine, or the one that several machines share."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from quartier.page_cache.server import Shared
from quartier.page_cache.version import File


def folder() -> Path:
    """Where everything lies that is kept of pages."""
    return Path(settings.DATA_DIR) / "pages"


def version():
    return _version(folder(), settings.CACHE_URL)


@lru_cache(maxsize=4)
def _version(path, url):
    return Shared(url, path) if url else File(path)
