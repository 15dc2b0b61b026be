"""A value of a database as JSON, and back: the same on SQLite and on PostgreSQL.

Each column has a kind, from the field that Django keeps in it. JSON stays the text that it is, so that it
comes back byte for byte where the database keeps it so.
"""

import base64
import uuid
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

KINDS = {
    **dict.fromkeys(["AutoField", "BigAutoField", "SmallAutoField"], "integer"),
    **dict.fromkeys(["IntegerField", "BigIntegerField", "SmallIntegerField"], "integer"),
    **dict.fromkeys(
        ["PositiveIntegerField", "PositiveBigIntegerField", "PositiveSmallIntegerField"], "integer"
    ),
    **dict.fromkeys(["CharField", "TextField", "SlugField", "FileField", "FilePathField"], "text"),
    "BooleanField": "boolean",
    "FloatField": "float",
    "DecimalField": "decimal",
    "DateField": "date",
    "TimeField": "time",
    "DateTimeField": "moment",
    "DurationField": "duration",
    "UUIDField": "uuid",
    "JSONField": "json",
    "BinaryField": "binary",
}
"""Django's inner names of what a column holds, and ours."""


def kind(field):
    """The kind of a field's column; KeyError for one that nobody has thought of."""
    while field.remote_field:
        field = field.target_field
    name = KINDS[field.get_internal_type()]
    return f"decimal:{field.decimal_places}" if name == "decimal" else name


def is_kind(word):
    """Whether a backup may say so of a column."""
    name, colon, places = str(word).partition(":")
    is_number = places.isascii() and places.isdecimal() and len(places) < 3
    return (name == "decimal" and is_number) if colon else name in FROM_PLAIN


def to_plain(kind):
    """What makes a value of this kind, as the database's driver gives it, a part of JSON."""
    name, _colon, places = kind.partition(":")
    return (lambda value: _decimal(value, int(places))) if places else TO_PLAIN[name]


def from_plain(kind, operations):
    """What makes it again what that database wants; raises ValueError or TypeError for anything else."""
    name, _colon, places = kind.partition(":")
    if places:
        return lambda value: operations.adapt_decimalfield_value(Decimal(_text(value)), 60, int(places))
    return FROM_PLAIN[name](operations)


def _decimal(value, places):
    """SQLite keeps it as a number with 15 digits that can be trusted."""
    exact = Decimal(format(value, ".15g")) if isinstance(value, float) else Decimal(value)
    return str(exact.quantize(Decimal(1).scaleb(-places)))


def _moment(value):
    """In UTC, to the microsecond. SQLite's has no zone and means UTC."""
    if value.tzinfo:
        value = value.astimezone(UTC)
    return value.replace(tzinfo=None).isoformat(timespec="microseconds")


def _duration(value):
    return value // timedelta(microseconds=1) if isinstance(value, timedelta) else value


TO_PLAIN = {
    **dict.fromkeys(["integer", "float", "text", "json"], lambda value: value),
    "boolean": bool,
    **dict.fromkeys(["date", "time"], lambda value: value.isoformat()),
    "moment": _moment,
    "duration": _duration,
    "uuid": lambda value: uuid.UUID(str(value)).hex,
    "binary": lambda value: base64.b64encode(bytes(value)).decode(),
}


def _only(*types):
    """A function that lets values of these types pass. True is no number here."""

    def check(value):
        if type(value) not in types:
            raise TypeError(f"{type(value).__name__} instead of {types[0].__name__}")
        return value

    return check


_text, _integer = _only(str), _only(int)


def _uuid(operations):
    has_type = operations.connection.features.has_native_uuid_field
    return lambda value: uuid.UUID(value) if has_type else uuid.UUID(value).hex


def _length(operations):
    has_type = operations.connection.features.has_native_duration_field
    return lambda value: timedelta(microseconds=_integer(value)) if has_type else _integer(value)


FROM_PLAIN = {
    "integer": lambda operations: _integer,
    "float": lambda operations: _only(float, int),
    **dict.fromkeys(["text", "json"], lambda operations: _text),
    "boolean": lambda operations: _only(bool),
    "date": lambda operations: lambda value: operations.adapt_datefield_value(date.fromisoformat(value)),
    "time": lambda operations: lambda value: operations.adapt_timefield_value(time.fromisoformat(value)),
    "moment": lambda operations: (
        lambda value: operations.adapt_datetimefield_value(datetime.fromisoformat(value).replace(tzinfo=UTC))
    ),
    "duration": _length,
    "uuid": _uuid,
    "binary": lambda operations: lambda value: base64.b64decode(value, validate=True),
}
