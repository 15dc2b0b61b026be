"""Questions whose SQL is written once: what every page asks costs more to write down than to answer."""

from copy import copy
from functools import wraps
from types import SimpleNamespace

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet, Value, prefetch_related_objects

MOST_SHAPES = 100
"""Of one question. Whoever thinks of more of them must not fill the memory: those are written each time."""


class Slot(Value):
    """Stands in a question for a value that is filled in when it is asked; `field` says of which type."""

    def __init__(self, name, field):
        super().__init__(None, output_field=field)
        self.name = name

    def as_sql(self, _compiler, _connection):
        return "%s", [self]

    def filled(self, values, connection):
        return self.output_field.get_db_prep_value(values[self.name], connection)


def prepared(make):
    """A question to the database: `make(*shape)` answers with a queryset with slots for what differs.

    It becomes a function of the shape and of the values for the slots, by their names, and answers with a
    list. What changes the SQL itself (how many values, of which model) is the shape, which has to be hashable
    and of few kinds. The database is asked each time: nothing is kept but the SQL.
    """
    known = {}

    @wraps(make)
    def ask(*shape, **values):
        connection = connections[DEFAULT_DB_ALIAS]
        key = connection.vendor, shape
        question = known.get(key) or _Question(make(*shape))
        if len(known) < MOST_SHAPES:
            known[key] = question
        return question.ask(connection, values)

    return ask


class _Question:
    def __init__(self, queryset):
        self.queryset = queryset.using(DEFAULT_DB_ALIAS)
        self.compiler = queryset.query.get_compiler(DEFAULT_DB_ALIAS)
        try:
            self.sql, self.params = self.compiler.as_sql()
        except EmptyResultSet:
            self.sql, self.params = "", ()
        self.compiler.connection = None  # that of one thread

    def ask(self, connection, values):
        """As `QuerySet._fetch_all` does it, with a compiler that has compiled already."""
        compiler = copy(self.compiler)
        compiler.connection = connection
        params = tuple(
            param.filled(values, connection) if isinstance(param, Slot) else param for param in self.params
        )
        compiler.as_sql = lambda: (self.sql, params)
        query = SimpleNamespace(get_compiler=lambda using: compiler)
        asked = QuerySet(self.queryset.model, query=query, using=DEFAULT_DB_ALIAS)
        asked._fields = self.queryset._fields
        found = list(self.queryset._iterable_class(asked))
        if self.queryset._prefetch_related_lookups:
            prefetch_related_objects(found, *self.queryset._prefetch_related_lookups)
        return found
