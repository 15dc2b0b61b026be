"""What other rooms may ask of the room that has the dates, which they must not know."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q
from wagtail import hooks

TELL_DATES = "tell_dates"
"""A hook of ours: it answers with a dictionary of `ToldDate` by the `(event, original)` it is asked for.

`event` is a translation key, `original` the moment at which the schedule puts a date.
"""

DATES_OTHERWISE = "dates_otherwise"
"""A hook of ours: for the names of two fields of a row, which hold an event and an original, it answers with
the condition that everybody may know of this date, and that it is not as it was planned.
"""


@dataclass(frozen=True)
class ToldDate:
    """One date in the reader's words: of what (and in which language that is said), and where one reads more.

    `headline` says what has become of it, in a sentence that stands alone and may hold elements. `changed_at`
    is when it was last told differently.
    """

    title: str
    language: str
    url: str
    headline: str
    changed_at: datetime


def told_dates(asked: Iterable[tuple[UUID, datetime]]) -> dict[tuple[UUID, datetime], ToldDate]:
    """Those of these dates that everybody may know of; a number of queries that does not grow with them."""
    asked = set(asked)
    answers = [tell(asked) for tell in hooks.get_hooks(TELL_DATES)] if asked else []
    return {key: date for answer in answers for key, date in answer.items()}


def are_otherwise(event: str, original: str) -> Q:
    """The condition that rows with these fields tell of a date that is not as it was planned: no query."""
    return reduce(or_, (tell(event, original) for tell in hooks.get_hooks(DATES_OTHERWISE)), Q(pk__in=[]))
