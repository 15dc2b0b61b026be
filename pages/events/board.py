"""What happens in the house on the next days on which something does, as a board beside the door shows it."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby

from pages.events import listing, spoken
from pages.events.models.occurrence import Occurrence


@dataclass(frozen=True)
class Board:
    """The dates of one day that are not over, and how many `more`. What began on a day before stands last."""

    day: date
    today: date
    dates: list[Occurrence]
    more: int = 0

    @property
    def is_today(self):
        return self.day == self.today

    @property
    def is_tomorrow(self):
        return self.day - self.today == timedelta(days=1)

    def first(self, number):
        """The same with that many dates at the most."""
        return replace(self, dates=self.dates[:number], more=max(0, len(self.dates) - number))


def boards(dates, now: datetime, most: int) -> list[Board]:
    """A board for each day on which something begins or goes on, as far as the next `most` dates reach.

    Only what we offer ourselves: the dates of others are not in the house. Two queries.
    """
    today = spoken.local(now).date()
    coming = listing.told(listing.upcoming(dates.filter(outside=None), now)[:most])
    return [
        Board(day, today, sorted(of_day, key=lambda one: spoken.local(one.starts).date() < today))
        for day, of_day in groupby(coming, lambda one: max(spoken.local(one.starts).date(), today))
    ]
