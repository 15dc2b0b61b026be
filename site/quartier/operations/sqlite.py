"""SQLite for a house in use: readers never wait for a writer (write-ahead log).

The mode is kept in the database file, so it is switched on once, after migrating: several web
processes that start together would race for it.
"""

from django.core.checks import Warning
from django.db import connections

WAL_IS_OFF = Warning(
    "The SQLite database is not in WAL mode: while one person saves, all others wait.",
    hint="`manage.py migrate` switches it on.",
    id="quartier.W001",
)


def journal_mode(connection):
    """How the database keeps its journal: "wal", "delete", or "memory" for one that is not a file."""
    with connection.cursor() as cursor:
        return cursor.execute("PRAGMA journal_mode").fetchone()[0]


def switch_to_wal(connection):
    """Let people read while someone writes. Does nothing to other databases, nor to one in memory."""
    if connection.vendor == "sqlite" and not connection.is_in_memory_db():
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode=WAL")


def after_migrating(using, **kwargs):
    switch_to_wal(connections[using])


def check_wal(app_configs, databases=(), **kwargs):
    """Warn of a database that is in use without WAL. A database without tables has nothing to lose yet."""
    files = [connections[alias] for alias in databases or ()]
    files = [one for one in files if one.vendor == "sqlite" and not one.is_in_memory_db()]
    return [WAL_IS_OFF for one in files if journal_mode(one) != "wal" and one.introspection.table_names()]
