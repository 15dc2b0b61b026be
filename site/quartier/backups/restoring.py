"""A backup is restored: all of it, or nothing at all."""

from contextlib import ExitStack, contextmanager, suppress
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from wagtail.models import Site

from pages.mailings import installation
from quartier.backups import mending, rows, schema
from quartier.backups.checking import opened
from quartier.backups.container import Stretch
from quartier.backups.shelves import shelves
from quartier.backups.trouble import BackupError
from quartier.operations.founding import contents
from quartier.operations.sqlite import switch_to_wal
from quartier.page_cache.versions import version


def restore(path, *, replaced="", trusted=False, before=lambda: None):
    """Bring a house back from a file; what was in it.

    Into an empty one; into another only if `replaced` is its host. `before` is called when all is proved and
    nothing is touched yet. Raises BackupError, and leaves everything as it was.
    """
    with opened(path, trusted) as (file, manifest), mending.alone():
        check_empty(replaced)
        with suppress(DatabaseError):  # tables of another version: then both stay where they are
            mending.mend_alone()
        places = shelves()
        _check_room(places.values(), manifest)
        before()
        with _files_in_place(places, file, manifest) as exchange:
            _restore_database(file, manifest, exchange)
    _forget_what_was_known()
    installation.begin_restored(timezone.now())
    return manifest


def check_empty(replaced):
    """Raises BackupError where somebody lives, unless this house is named."""
    there = _inhabitants()
    host = urlsplit(settings.SITE_URL).netloc
    if not there or replaced == host:
        return
    if replaced:
        raise BackupError(f"This is {host}, not {replaced}.")
    raise BackupError(
        f"This installation is in use ({there}). A backup would replace all of it. "
        f"If that is what you want, stop the site and say: --replace {host}"
    )


def _inhabitants():
    """Who or what is here already, in words; empty for a new installation, migrated or not."""
    if "wagtailcore_page" not in connection.introspection.table_names():
        return ""
    try:
        users = get_user_model().objects.count()
        return ", ".join(filter(None, [contents(), f"{users} users" if users else ""]))
    except DatabaseError:
        return "its tables are those of another version"


def _check_room(places, manifest):
    """Twice the size: SQLite writes down what it changes before it changes it."""
    for room in (place.room() for place in places):
        if room is not None and room < 2 * manifest.weight:
            need, free = (f"{size / 2**20:.0f} MB" for size in (2 * manifest.weight, room))
            raise BackupError(f"There is not enough room on the disk: {need} are needed, {free} are free.")


@contextmanager
def _files_in_place(places, file, manifest):
    """All files lie ready; what is yielded puts them in place, and they stay there unless something fails."""
    try:
        for place in places.values():
            place.prepare()
        for part in manifest.files:
            places[part.shelf].put(part.name, Stretch(file, part))
        yield lambda: [place.exchange() for place in places.values()]
    except OSError as fault:
        _undo(places)
        raise BackupError(f"The files could not be written: {fault.strerror or fault}.") from fault
    except BaseException:
        _undo(places)
        raise
    for place in places.values():
        place.finish()


def _undo(places):
    for place in places.values():
        place.undo()


def _restore_database(file, manifest, exchange):
    """In one transaction, on SQLite as on PostgreSQL: others see all of it at once."""
    switch_to_wal(connection)
    try:
        with ExitStack() as stack:
            if connection.vendor == "sqlite":
                stack.enter_context(connection.constraint_checks_disabled())
            stack.enter_context(transaction.atomic())
            _fill(file, manifest)
            exchange()
    except DatabaseError as fault:
        raise BackupError(f"The database refused the backup: {str(fault).splitlines()[0]}") from fault


def _fill(file, manifest):
    wanted = {tuple(each) for each in manifest.migrations}
    if schema.applied(connection) != wanted or not connection.introspection.table_names():
        schema.bring_to(connection, wanted)
    schema.check_columns(connection, manifest)
    schema.empty(connection)
    with _later(connection):
        for part in manifest.tables:
            rows.load(connection, Stretch(file, part))
    schema.bring_up_to_date(connection)
    ContentType.objects.clear_cache()
    call_command("update_index", verbosity=0, chunk_size=200)


@contextmanager
def _later(connection):
    """Within, a row may name one that comes later; at the end every name must be right."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    yield
    connection.check_constraints()
    schema.settle(connection)


def _forget_what_was_known():
    """What this process and others remember of the house as it was, kept pages too: none may come back."""
    cache.clear()
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()
    version().bump(withdraws=True)
