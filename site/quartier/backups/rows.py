"""The rows of a table as lines of a part, and back."""

import gzip
import io
import json

from django.db import DatabaseError

from quartier.backups.snapshot import ROWS_AT_ONCE, last_number, read, set_last_number
from quartier.backups.tables import Table
from quartier.backups.trouble import BackupError
from quartier.backups.values import from_plain, to_plain

LONGEST_LINE = 256 * 1024 * 1024
MOST_PARAMETERS = 900


def write(connection, kept, packed):
    """Write all rows of a table into an open file, compressed.

    Answers with what the manifest tells of them, and with the files that they name: shelf and name are told
    apart later, here it is the column's field and the name.
    """
    table, count, raw, named = kept.table, 0, 0, []
    makers = [to_plain(kind) for kind in table.columns.values()]
    places = [(list(table.columns).index(column), field) for column, field in kept.files.items()]
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=6, mtime=0, filename="") as file:
        for row in read(connection, table):
            values = [None if value is None else make(value) for make, value in zip(makers, row, strict=True)]
            line = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
            file.write(line)
            count, raw = count + 1, raw + len(line)
            named += [(field, values[place]) for place, field in places if values[place]]
    last = last_number(connection, table) if table.numbered else 0
    about = {"table": table.name, "columns": table.columns, "key": table.key, "counts": table.counts}
    return {**about, "count": count, "raw": raw, "last": last}, named


def lines(stretch):
    """The rows of a part, one after the other. Never more than it claims to hold; proved at the end."""
    part, count, raw = stretch.part, 0, 0
    try:
        with gzip.GzipFile(fileobj=stretch, mode="rb") as unzipped, io.BufferedReader(unzipped) as file:
            while line := file.readline(min(LONGEST_LINE, part.raw - raw + 1)):
                count, raw = count + 1, raw + len(line)
                if raw > part.raw or not line.endswith(b"\n"):
                    raise ValueError("more than it claims")
                row = json.loads(line)
                if type(row) is not list or len(row) != len(part.columns):
                    raise ValueError("a row of another length")
                yield row
    except (OSError, EOFError, ValueError, RecursionError) as fault:
        raise BackupError(f"The backup is damaged: the table {part.table} cannot be read.") from fault
    if (count, raw) != (part.count, part.raw):
        raise BackupError(f"The backup is damaged: the table {part.table} is not whole.")
    stretch.prove()


def load(connection, stretch):
    """Write the rows of a part into its table, which is empty, past everything that listens to models."""
    part = stretch.part
    makers = [from_plain(kind, connection.ops) for kind in part.columns.values()]
    at_once = max(1, min(ROWS_AT_ONCE, MOST_PARAMETERS // len(part.columns)))
    rows = []
    for row in lines(stretch):
        rows.append(_made(makers, row, part))
        if len(rows) == at_once:
            _insert(connection, part, rows)
            rows = []
    if rows:
        _insert(connection, part, rows)
    if part.counts:
        set_last_number(connection, Table(part.table, part.columns, part.key, counts=True), part.last)


def _made(makers, row, part):
    try:
        return [None if value is None else make(value) for make, value in zip(makers, row, strict=True)]
    except (ValueError, TypeError, ArithmeticError) as fault:
        raise BackupError(f"A row of the table {part.table} cannot be read: {fault}") from fault


def _insert(connection, part, rows):
    quote = connection.ops.quote_name
    columns = ", ".join(map(quote, part.columns))
    row = f"({', '.join(['%s'] * len(part.columns))})"
    query = f"INSERT INTO {quote(part.table)} ({columns}) VALUES {', '.join([row] * len(rows))}"  # noqa: S608 (names of our own tables)
    try:
        with connection.cursor() as cursor:
            cursor.execute(query, [value for one in rows for value in one])
    except (DatabaseError, ValueError) as fault:
        place = list(part.columns).index(part.key)
        keys = f"{rows[0][place]} to {rows[-1][place]}"
        words = str(fault).splitlines()[0]
        raise BackupError(
            f"This database does not take the rows {keys} of the table {part.table}: {words}"
        ) from fault
