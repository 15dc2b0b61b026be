"""What announcements tell of a date. The calendar knows it, and the two rooms do not know each other.

Whoever knows both says here who answers (`quartier.announcing`). So an announcement is true at any moment,
whatever becomes of the date after it was made.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Protocol

from django.db.models import Q


@dataclass(frozen=True)
class Told:
    """What has become of a date, in the reader's language; where to read more, and since when it is so.

    The headline may hold elements that mark the language of a name.
    """

    headline: str
    url: str
    changed_at: datetime


class Calendar(Protocol):
    """Who knows the dates."""

    def otherwise(self) -> Q:
        """Of announcements those whose date everybody may know and does not take place as it was planned."""

    def tell(self, wanted) -> dict:
        """For pairs of an event (its key) and a date what has become of it. Nothing of what is not public."""


class Answering:
    """Who answers: nobody, until somebody has said who does."""

    calendar: ClassVar[Calendar | None] = None


def answered_by(calendar: Calendar):
    Answering.calendar = calendar


def true_ones(announcements):
    """Without those of a date that takes place as it was planned, or that is not public. No query."""
    holds = Q(event=None)
    if Answering.calendar:
        holds |= Answering.calendar.otherwise()
    return announcements.filter(holds)


def tell(pages):
    """Have announcements say what has become of their dates: two queries, none where they tell of none."""
    about = [page for page in pages if page.event]
    known = {}
    if about and Answering.calendar:
        known = Answering.calendar.tell([(page.event, page.date) for page in about])
    for page in about:
        page.told = known.get((page.event, page.date))
    return pages
