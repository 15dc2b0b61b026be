"""Dates laid out by day: day after day as in a diary, or a box for each day of a month."""

from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from pages.events.days import Day
from pages.events.spoken import local


@dataclass
class Box:
    """One day as a view shows it, with the address of the view of that day."""

    day: date
    url: str
    is_today: bool
    dates: list = field(default_factory=list)
    count: int = 0
    more: int = 0


def of_days(days: list[Day], look) -> list[Box]:
    """A box for each day, whether there is something on it or not."""
    return [_box(each.day, look, each.dates, each.count, each.more) for each in days]


def of_list(dates, look, since: date) -> list[Box]:
    """A box for each day on which one of these dates begins; what began earlier is told on `since`."""
    by_day = groupby(dates, lambda one: max(local(one.starts).date(), since))
    return [_box(day, look, list(found)) for day, found in by_day]


def of_month(boxes: list[Box], weeks) -> list[list[Box | None]]:
    """The boxes of a month in weeks; None where a day is of another month."""
    by_day = {box.day: box for box in boxes}
    return [[day and by_day[day] for day in week] for week in weeks]


def _box(day, look, dates, count=0, more=0):
    return Box(day, look.url(view="tag", day=day), day == look.today, dates, count or len(dates), more)
