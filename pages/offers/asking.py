"""What other rooms may ask of the room that has the dates, which they must not know."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wagtail import hooks

TELL_DATES = "tell_dates"
"""A hook of ours: it answers with a dictionary of `ToldDate` by the `(event, original)` it is asked for.

`event` is a translation key, `original` the moment at which the schedule puts a date.
"""


@dataclass(frozen=True)
class ToldDate:
    """One date in the reader's words: of what (and in which language that is said), when, what became of it.

    `url` is where one reads more. Words may hold elements.
    """

    title: str
    language: str
    url: str
    when: str
    became: str


def told_dates(asked: Iterable[tuple[UUID, datetime]]) -> dict[tuple[UUID, datetime], ToldDate]:
    """Those of these dates that everybody may know of; a number of queries that does not grow with them."""
    asked = set(asked)
    answers = [tell(asked) for tell in hooks.get_hooks(TELL_DATES)] if asked else []
    return {key: date for answer in answers for key, date in answer.items()}
