"""The database: whether it answers, is of today's shape, is set up for many at once, and tells the time."""

from datetime import timedelta

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from quartier.operations.doctor.finding import broken, good, look
from quartier.operations.sqlite import journal_mode

WRONG_CLOCK = timedelta(seconds=30)
LARGE = 500 * 1024 * 1024
"""Bytes of a database that would take longer to be read through than anybody waits."""


def look_at(patience):
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as fault:
        yield broken(
            _("The database does not answer ({fault})."),
            _("Start it, or put DATABASE_URL right. Until then readers see the pages that are kept ready."),
            fault=type(fault).__name__,
        )
        raise
    yield good(_("The database answers."))
    yield pending()
    yield from sqlite() if connection.vendor == "sqlite" else clock()


def pending():
    """Whether `migrate` was forgotten after an update."""
    executor = MigrationExecutor(connection)
    number = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if not number:
        return good(_("Its tables are those that this version needs."))
    says = ngettext_lazy(
        "{number} change of its tables is still to be made.",
        "{number} changes of its tables are still to be made.",
        number,
    )
    return broken(says, _("Run `manage.py migrate`."), number=number)


def sqlite():
    if connection.is_in_memory_db():
        return
    if journal_mode(connection) != "wal":
        yield look(
            _("The SQLite database is not in WAL mode: while one person saves, all others wait."),
            _("Run `manage.py migrate`."),
        )
    with connection.cursor() as cursor:
        names = ("busy_timeout", "page_count", "page_size")
        wait, pages, size = (cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in names)
        if wait < 5000:
            yield look(
                _("Who saves waits only {seconds} seconds for others before it fails."),
                _("Please leave the OPTIONS of the database in the settings as they were."),
                seconds=wait // 1000,
            )
        if pages * size < LARGE and cursor.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            yield broken(
                _("The database file is damaged."),
                _("Keep a copy of it, restore the newest backup, and look at the disk."),
            )


def clock():
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        apart = abs(timezone.now() - cursor.fetchone()[0])
    if apart > WRONG_CLOCK:
        yield look(
            _("The clock of the database and that of this machine are {seconds} seconds apart."),
            _("Let both machines take their time from the network (NTP)."),
            seconds=round(apart.total_seconds()),
        )
