"""Notices every change in the database that a reader may see, however it was made: by save, update or SQL."""

import re
from functools import lru_cache

from django.db import DEFAULT_DB_ALIAS, InterfaceError, OperationalError, transaction

from quartier.page_cache import quiet
from quartier.page_cache.promises import Promise
from quartier.page_cache.versions import folder, version

LOOKING = (
    *("SELECT", "VALUES", "PRAGMA", "SHOW", "FETCH", "CLOSE"),
    *("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT", "SET ", "RESET"),
    *("LOCK", "VACUUM", "ANALYZE"),
)
MAY_LOOK = ("WITH", "EXPLAIN")
WRITES = re.compile(r"\b(INSERT|UPDATE|DELETE|MERGE)\b", re.I)
SEVERAL = re.compile(r";\s*[^\s;]")
"""One statement after another: only the first would be looked at."""
STATEMENT = re.compile(
    r"""\s*(?P<verb>INSERT(?:\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE|DELETE\s+FROM)\s+"?(?P<table>\w+)\b(?!"?\s*\.)"?"""
    r"""(?:\s+SET\s+(?P<set>.*?)(?:\s+WHERE\b.*)?$)?""",
    re.I | re.S,
)
COUNTED = r'\(?(?:"?\w+"?\.)?"?numchild"? ?[+-] ?(?:1|%s)\)?'
PLAIN = re.compile(rf'"?(\w+)"? ?= ?({COUNTED}|%s|NULL|\w+)')
LONGEST = 3000


def watch(connection, **signal):
    """Stand beside a connection from its beginning."""
    if connection.alias == DEFAULT_DB_ALIAS and notice not in connection.execute_wrappers:
        connection.execute_wrappers.insert(0, notice)  # who puts one around some lines takes the last away


def notice(execute, sql, params, many, context):
    """Promise a new version before the first change of a transaction; it comes with the commit."""
    touched = touches(sql[:LONGEST]) if isinstance(sql, str) else Touch(True)
    if touched is None:
        return execute(sql, params, many, context)
    connection = context["connection"]
    promise = _promised(connection) or Promise(folder() / "promises", version())
    promise.withdraws |= touched.withdraws(None if many else params)
    try:
        return execute(sql, params, many, context)
    except (OperationalError, InterfaceError):
        if not connection.in_atomic_block:
            promise.doubt()
        raise
    finally:  # of a statement that failed nobody knows whether it was done after all
        _keep(promise, connection)


def doubt(connection, **signal):
    """Whether a transaction was committed nobody knows: the line was lost before the answer came."""
    if promise := _promised(connection):
        promise.doubt()


def _keep(promise, connection):
    if not connection.in_atomic_block:
        promise()
    elif _promised(connection) is None:
        transaction.on_commit(promise, using=connection.alias, robust=True)
        # First of all that waits for the commit: when one of those fails, Django forgets the ones after it.
        connection.run_on_commit.insert(0, connection.run_on_commit.pop())


def _promised(connection):
    """That of this transaction. One of a savepoint that was rolled back has gone with it."""
    return next((func for _ids, func, _robust in connection.run_on_commit if isinstance(func, Promise)), None)


class Touch:
    """A statement that readers may notice; `live` is the place of that column among its parameters."""

    def __init__(self, always=False, live=None):
        self._always, self._live = always, live

    def withdraws(self, params):
        """Whether something may be taken away from readers, which no old copy must then show."""
        if self._always or self._live is None:
            return self._always
        try:
            return not params[self._live]
        except (TypeError, IndexError, KeyError):
            return True


@lru_cache(maxsize=2048)
def touches(sql) -> Touch | None:
    """What a statement means for readers; None if no reader can see a difference."""
    if SEVERAL.search(sql):
        return Touch(always=True)
    start = sql.lstrip("( \n\t")[:10].upper()
    if start.startswith(LOOKING) or (start.startswith(MAY_LOOK) and not WRITES.search(sql)):
        return None
    found = STATEMENT.match(sql)
    if not found:  # TRUNCATE, COPY, CALL, tables that change, and what nobody has heard of
        return Touch(always=True)
    table, columns = found["table"].lower(), found["set"]
    if table in quiet.TABLES or table.startswith(quiet.PREFIXES):
        return None
    if columns is None:
        is_page = table == "wagtailcore_page" and found["verb"].upper().startswith("DELETE")
        return Touch(is_page or table in quiet.WITHDRAWING)
    pairs = PLAIN.findall(columns)
    names = {name.lower() for name, _value in pairs}
    is_plain = PLAIN.sub("", columns).strip(" ,\n") == "" and len(sql) < LONGEST
    if is_plain and names and names <= quiet.DRAFT | quiet.COLUMNS.get(table, set()):
        return None
    if table == "wagtailcore_page":
        return _of_page(pairs, names, is_plain)
    return Touch(table in quiet.WITHDRAWING)


def _of_page(pairs, names, is_plain):
    """A page that is saved as a whole says whether it is published; one that only moves may become closed."""
    if not is_plain or ("path" in names and "live" not in names):
        return Touch(always=True)
    filled = [name for name, value in pairs if value == "%s"]
    if "live" in names:
        return Touch(live=filled.index("live")) if "live" in filled else Touch(always=True)
    return Touch()
