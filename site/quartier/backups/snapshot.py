"""The database as it is at one moment, read while others write."""

from contextlib import contextmanager

ROWS_AT_ONCE = 200


@contextmanager
def snapshot(connection):
    """All that is read within is of the moment at which it begins.

    SQLite with its write-ahead log and PostgreSQL both keep that moment for who reads, and nobody waits.
    `atomic()` would make everybody wait: it asks SQLite for the right to write.
    """
    connection.ensure_connection()
    if connection.in_atomic_block:
        raise RuntimeError("A snapshot cannot be taken from within a transaction.")
    begin = "BEGIN"
    if connection.vendor == "postgresql":
        begin = "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"
    with connection.cursor() as cursor:
        cursor.execute(begin)
        try:
            cursor.execute("SELECT COUNT(*) FROM django_content_type")  # SQLite's moment is the first look
            yield
        finally:
            cursor.execute("ROLLBACK")


def read(connection, table):
    """The rows of a table in the order of its key, some at a time."""
    quote = connection.ops.quote_name
    columns = ", ".join(map(quote, table.columns))
    query = f"SELECT {columns} FROM {quote(table.name)} ORDER BY {quote(table.key)}"  # noqa: S608 (names of our own tables)
    with _cursor(connection) as cursor:
        cursor.execute(query)
        while rows := cursor.fetchmany(ROWS_AT_ONCE):
            yield from rows


def _cursor(connection):
    """PostgreSQL would send all rows of a table at once, unless the cursor is its own."""
    if connection.vendor == "postgresql":
        return connection.chunked_cursor()
    return connection.cursor()


def last_number(connection, table):
    """The highest number that a table has ever given: it must not come again for something else."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table.name])
            return (cursor.fetchone() or [0])[0]
        cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [f'"{table.name}"', table.numbered])
        sequence = cursor.fetchone()[0]
        cursor.execute(f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {sequence}")  # noqa: S608 (names of our own tables)
        return cursor.fetchone()[0]


def set_last_number(connection, table, number):
    """Go on counting after `number`."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table.name])
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table.name, number])
            return
        place = [f'"{table.name}"', table.numbered, max(number, 1), number > 0]
        cursor.execute("SELECT setval(pg_get_serial_sequence(%s, %s), %s, %s)", place)
