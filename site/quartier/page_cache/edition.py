"""Which program made a copy: after an update the copies of the one before are not used."""

import os
from functools import cache
from hashlib import blake2s
from importlib.metadata import distributions
from pathlib import Path

from django.conf import settings

PARTS = ("pages", "blocks", "templates", "site")
KINDS = (".py", ".html", ".txt", ".mo", ".css", ".js", ".svg", ".json")


@cache
def edition() -> str:
    """A fingerprint of the program: its files, what it is built on, and the settings that readers notice."""
    told = [
        *sorted(_files()),
        *sorted(f"{each.name} {each.version}" for each in distributions()),
        *(settings.SITE_URL, settings.SECRET_KEY, repr(settings.CONTENT_SECURITY_POLICY)),
        *(repr(settings.LANGUAGES), repr(settings.PEERTUBE_HOSTS), _state(Path(settings.STATIC_ROOT))),
    ]
    return blake2s("\n".join(map(str, told)).encode(), digest_size=10).hexdigest()


def _files():
    for part in PARTS:
        for folder, folders, names in os.walk(settings.ROOT / part):
            folders[:] = [name for name in folders if not name.startswith((".", "__"))]
            for name in names:
                if name.endswith(KINDS):
                    yield f"{folder}/{name} {_state(Path(folder, name))}"


def _state(path):
    try:
        told = path.stat()
    except OSError:
        return "-"
    return f"{told.st_size} {told.st_mtime_ns}"
