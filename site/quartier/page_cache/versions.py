"""Which version counts: that of this machine, or the one that several machines share."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from quartier.page_cache.version import File


def folder() -> Path:
    """Where everything lies that is kept of pages."""
    return Path(settings.DATA_DIR) / "pages"


def version():
    return _version(folder(), settings.CACHE_URL)


@lru_cache(maxsize=4)
def _version(path, url):
    if not url:
        return File(path)
    from quartier.page_cache.server import Shared  # noqa: PLC0415 (redis takes 6 MB, and most do without)

    return Shared(url, path)
