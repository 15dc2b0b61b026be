"""A size of a picture takes a second to draw: while one process is at it, the others wait for the result."""

import fcntl
from contextlib import contextmanager
from hashlib import blake2s
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

LOCKS = 64


@contextmanager
def alone(name):
    """Held by one at a time: over all machines that share a PostgreSQL, else on this one."""
    number = int.from_bytes(blake2s(name.encode(), digest_size=8).digest(), signed=True)
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])
            yield
        return
    folder = Path(settings.DATA_DIR) / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"picture-{number % LOCKS}").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
