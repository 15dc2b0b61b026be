"""Which faults are nobody's mistake: something that the house stands on is gone for a while, or full.

Whoever asks again later may be answered. All else is a fault in the code, and stays one.
"""

import errno
from enum import Enum

from django.db import Error, connections

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EMFILE, errno.ENFILE}
SQLITE = {
    "SQLITE_BUSY": "busy",
    "SQLITE_LOCKED": "busy",
    "SQLITE_FULL": "disk",
    "SQLITE_IOERR": "disk",
    "SQLITE_READONLY": "disk",
    "SQLITE_CANTOPEN": "database",
    "SQLITE_CORRUPT": "database",
    "SQLITE_NOTADB": "database",
    "SQLITE_NOMEM": "database",
    "SQLITE_PROTOCOL": "busy",
}
"""By the beginning of the name that SQLite gives an error (https://sqlite.org/rescode.html)."""
POSTGRESQL = {
    "08": "database",
    "25006": "database",
    "40": "busy",
    "53100": "disk",
    "53": "database",
    "55P03": "busy",
    "57014": "busy",
    "57": "database",
    "58030": "disk",
    "58": "database",
    "XX": "database",
}
"""By the beginning of its SQLSTATE, the longer ones first."""
BESIDE = {"botocore": "storage", "boto3": "storage", "s3transfer": "storage", "redis": "cache"}
"""By the package that an error comes from: these talk to servers, and say nothing else."""


class Cause(Enum):
    """What is gone."""

    DATABASE = "database"
    BUSY = "busy"
    DISK = "disk"
    STORAGE = "storage"
    CACHE = "cache"


def cause_of(fault) -> Cause | None:
    """What is gone, if a fault comes from that; None for a fault of our own."""
    while fault is not None:
        if found := _of_database(fault) or _of_disk(fault) or _beside(fault):
            return Cause(found)
        fault = fault.__cause__
    return None


def let_go():
    """Close what is broken, so that the next question in this request tries again."""
    for connection in connections.all(initialized_only=True):
        connection.close_if_unusable_or_obsolete()


def _of_database(fault):
    if not isinstance(fault, Error):
        return None
    said = fault.__cause__
    if name := getattr(said, "sqlite_errorname", None):
        return _first(SQLITE, name)
    if state := getattr(said, "sqlstate", None):
        return _first(POSTGRESQL, state)
    # Without a word of the server: it could not be reached, or has hung up.
    is_gone = type(fault).__name__ in ("OperationalError", "InterfaceError")
    return "database" if is_gone and type(said).__module__.partition(".")[0].startswith("psycopg") else None


def _of_disk(fault):
    return "disk" if isinstance(fault, OSError) and fault.errno in FULL else None


def _beside(fault):
    return getattr(fault, "gone", None) or BESIDE.get(type(fault).__module__.partition(".")[0])


def _first(table, name):
    return next((cause for start, cause in table.items() if name.startswith(start)), None)
