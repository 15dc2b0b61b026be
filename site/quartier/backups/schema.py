"""The tables as they were when the backup was made: its migrations, no more and no fewer."""

import tomllib

from django.conf import settings
from django.core.management import call_command
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from quartier.backups.tables import emptied
from quartier.backups.trouble import BackupError

OTHERS = {"django_migrations", "wagtailsearch_indexentry_fts"}
"""Tables that belong to us and to no model that is emptied."""


def version():
    """The number of this Quartier."""
    return tomllib.loads((settings.ROOT / "pyproject.toml").read_text())["project"]["version"]


def applied(connection):
    """The migrations that a database has had, as pairs of app and name."""
    return set(MigrationRecorder(connection).applied_migrations())


def check_known(migrations):
    """Raises BackupError where a backup has had migrations that this version does not know."""
    disk = MigrationLoader(None).disk_migrations
    known = set(disk).union(*(migration.replaces for migration in disk.values()))
    if newer := sorted({tuple(each) for each in migrations} - known):
        app, name = newer[0]
        raise BackupError(
            f"The backup was made by a newer or another Quartier: this one does not know “{app} {name}”. "
            "Please update it first."
        )


def bring_to(connection, migrations):
    """Make the tables anew, as they were with these migrations. Within a transaction."""
    _drop_all(connection)
    MigrationRecorder(connection).ensure_schema()
    executor = MigrationExecutor(connection, lambda *words: settle(connection))
    wanted = {tuple(each) for each in migrations}
    executor.migrate(_last_of_each_app(executor.loader.graph, wanted))


def _last_of_each_app(graph, wanted):
    """Django takes a migration that others follow for one to go back to."""
    followed = {
        parent.key
        for node in graph.node_map.values()
        if node.key in wanted
        for parent in node.parents
        if parent.key[0] == node.key[0]
    }
    return [key for key in graph.nodes if key in wanted and key not in followed]


def bring_up_to_date(connection):
    """Everything that has come since, and what is planted after each migration."""
    executor = MigrationExecutor(connection, lambda *words: settle(connection))
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    executor.migrate(executor.loader.graph.leaf_nodes())
    call_command("migrate", verbosity=0, skip_checks=True)


def settle(connection):
    """PostgreSQL changes no table on which something still has to be checked: check it now."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _drop_all(connection):
    """Take all tables away; raises BackupError where one is not ours."""
    there = set(connection.introspection.table_names())
    shadows = {name for name in there if name.startswith("wagtailsearch_indexentry_fts_")}
    ours = {*emptied(), *OTHERS}
    if strange := sorted(there - shadows - ours):
        raise BackupError(
            f"The database holds tables that this version does not know, {strange[0]} among them. "
            "Please give the site an empty database to restore into."
        )
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            if there:
                cursor.execute(f"DROP TABLE {', '.join(map(quote, sorted(there)))} CASCADE")
            return
        for name in sorted(there - shadows, key=lambda name: name != "wagtailsearch_indexentry_fts"):
            cursor.execute(f"DROP TABLE {quote(name)}")


def check_columns(connection, manifest):
    """Raises BackupError unless the tables have exactly the columns that the backup has values for."""
    there = set(connection.introspection.table_names())
    for part in manifest.tables:
        if part.table not in there:
            raise BackupError(f"The backup has a table {part.table}, which this version does not have.")
        with connection.cursor() as cursor:
            found = {each.name for each in connection.introspection.get_table_description(cursor, part.table)}
        if found != set(part.columns):
            raise BackupError(
                f"The backup was made by another version: its table {part.table} has other columns. "
                "Please use the version that made it."
            )


def empty(connection):
    """Take everything out of all tables, also what migrations have planted."""
    quote = connection.ops.quote_name
    there = set(connection.introspection.table_names())
    names = [quote(name) for name in emptied() if name in there]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"TRUNCATE {', '.join(names)}")
            return
        for name in names:
            cursor.execute(f"DELETE FROM {name}")  # noqa: S608 (names of our own tables)
