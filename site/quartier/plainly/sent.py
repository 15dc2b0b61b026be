"""What the script of a form sends: the texts of its fields, taken apart and limited."""

import json
import re

from quartier.plainly.engine.sentences import HEADING, ITEM, PARAGRAPH, PICTURE, Part
from quartier.plainly.reading import Field

MOST_BYTES = 400_000
MOST_CHARACTERS = 25_000
"""Twelve pages of paper; longer texts are read in the report, without hurry."""
MOST_FIELDS, MOST_PARTS, LONGEST_LABEL = 400, 2_000, 200
KINDS = {HEADING, ITEM, PARAGRAPH, PICTURE}
UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


class NonsenseError(ValueError):
    """Not what the script sends."""


class TooMuchError(ValueError):
    """More than can be read while somebody types."""


def fields_from(text: str) -> list[Field]:
    """The fields that were sent; raises NonsenseError or TooMuchError."""
    if len(text) > MOST_BYTES:
        raise TooMuchError
    try:
        fields = [_field(each) for each in _listed(json.loads(text))]
    except (ValueError, TypeError, AttributeError, KeyError, OverflowError, RecursionError) as error:
        raise NonsenseError from error
    parts = [part for field in fields for part in field.parts]
    if len(fields) > MOST_FIELDS or len(parts) > MOST_PARTS:
        raise TooMuchError
    if sum(len(part.text) for part in parts) > MOST_CHARACTERS:
        raise TooMuchError
    return fields


def _listed(data):
    if not isinstance(data, list):
        raise NonsenseError
    return data


def _field(data):
    return Field(_readable(data["label"])[:LONGEST_LABEL], tuple(map(_part, _listed(data["parts"]))))


def _part(data):
    kind = data.get("kind")
    bold = tuple((int(start), int(end)) for start, end in data.get("bold") or [])
    return Part(_readable(data["text"]), kind if kind in KINDS else PARAGRAPH, bold)


def _readable(text):
    """As many characters as before; those that no page can hold are replaced."""
    if not isinstance(text, str):
        raise NonsenseError
    return UNREADABLE.sub("\N{REPLACEMENT CHARACTER}", text)
