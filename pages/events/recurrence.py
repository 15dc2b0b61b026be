"""When a repeating event happens. Dates in, dates out: no database, no request, no clock.

All times are those on the wall of the house, without a time zone: who meets at 18:15 does so in summer and in
winter. `pages.events.wall` puts them on the clock of the world, last of all. The words are those of RFC 5545.
Where people mean something else than the standard, people are right:

- a rhythm ("every two weeks") counts from its first date, not from the day on which the series may begin;
- "ten times" are ten dates that take place: those left out for holidays are not counted.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice

from dateutil import rrule

MOST = 1000
"""Dates that one can ask for with a number or a last day; a series without an end has more in time."""

LAST = -1
"""The position of the last weekday of a month, or its last day."""

MIDNIGHT = time(0)
A_DAY = timedelta(days=1)
LOOKED_AHEAD = timedelta(days=8 * 366)
"""How far apart two dates of a series can lie: 29 February skips eight years around 2100."""

Skips = Callable[[date], bool]


class Frequency(StrEnum):
    """How often it happens."""

    ONCE = "once"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    MONTHLY_BY_WEEKDAY = "weekday"
    YEARLY = "yearly"


@dataclass(frozen=True)
class Rule:
    """A single date or a series.

    `weekdays` are 1 (Monday) to 7 (ISO 8601). `positions` are days of the month (1 to 31) for `MONTHLY`, and
    weekdays of the month (1 to 5) for `MONTHLY_BY_WEEKDAY`; -1 is the last one. `interval` counts days,
    weeks, months or years. It ends on `last_day`, after `count` dates, or not at all.

    No `starts`: the whole day. No `ends`: an open end; an end before the beginning lies on the day after. A
    date that goes on for several days has `more_days`.
    """

    first_day: date
    frequency: Frequency = Frequency.ONCE
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    last_day: date | None = None
    count: int | None = None
    starts: time | None = None
    ends: time | None = None
    more_days: int = 0

    def __post_init__(self):
        if self.interval < 1:
            raise ValueError("a rhythm is at least one")
        if self.count is not None and self.count < 1:
            raise ValueError("a series has at least one date")

    @property
    def last_of_first(self) -> date:
        """The last day of the first date."""
        return self.first_day + timedelta(days=self.more_days)


@dataclass(frozen=True, order=True)
class Slot:
    """One date of an event in wall-clock time; without `ends` it is open, `whole_day` has no times at all.

    `ends` of a whole day is the first moment of the day after it.
    """

    starts: datetime
    ends: datetime | None = None
    whole_day: bool = False
    rule: int = 0


def slots(
    rules, first: date, last: date, left_out=frozenset(), skips: Skips = lambda day: False
) -> list[Slot]:
    """All dates that begin from `first` to `last`, both included, in order; none twice at the same moment."""
    found = {}
    for number, rule in enumerate(rules):
        for day in days(rule, first, last, lambda day: day in left_out or skips(day)):
            slot = slot_on(rule, day, number)
            found.setdefault(slot.starts, slot)
    return sorted(found.values())


def days(rule: Rule, first: date, last: date, skips: Skips = lambda day: False) -> list[date]:
    """The days of a rule from `first` to `last`, both included, without those to be skipped.

    A single date is never skipped: whoever typed it meant it.
    """
    if rule.frequency is Frequency.ONCE:
        return [rule.first_day] if first <= rule.first_day <= last else []
    taking_place = (day for day in candidates(rule, last) if not skips(day))
    counted = islice(taking_place, rule.count)
    return [day for day in counted if day >= first]


def slot_on(rule: Rule, day: date, number: int = 0) -> Slot:
    """The date that a rule makes of a day."""
    last = day + timedelta(days=rule.more_days)
    if rule.starts is None:
        return Slot(_moment(day), _moment(last + A_DAY), whole_day=True, rule=number)
    starts = datetime.combine(day, rule.starts)
    if rule.ends is None:
        return Slot(starts, rule=number)
    ends = datetime.combine(last, rule.ends)
    return Slot(starts, ends if ends > starts else ends + A_DAY, rule=number)


def candidates(rule: Rule, last: date) -> Iterator[date]:
    """The days of a series in order, before anything is skipped, until it ends or `last` has passed."""
    end = min(last, rule.last_day or last)
    start = _first_match(rule)
    if start is None or start > end:
        return
    for moment in _rrule(rule, start, end):
        yield moment.date()


def by(rule: Rule) -> dict[str, list]:
    """The parts of a series that choose days, as dateutil names them: `{"byweekday": [TH(+2), TH(+4)]}`."""
    return _by(rule, _first_match(rule) or rule.first_day)


def _first_match(rule):
    """The first day of a series; the rhythm counts from there."""
    horizon = _moment(min(rule.first_day, date.max - LOOKED_AHEAD) + LOOKED_AHEAD)
    return next((each.date() for each in _rrule(rule, rule.first_day, horizon.date(), interval=1)), None)


def _rrule(rule, start, end, interval=None):
    options = {"dtstart": _moment(start), "until": _moment(end), "interval": interval or rule.interval}
    return rrule.rrule(FREQUENCIES[rule.frequency], wkst=rrule.MO, **options, **_by(rule, start))


def _by(rule, start):
    """What RFC 5545 calls BYDAY, BYMONTHDAY and BYMONTH."""
    weekdays = [WEEKDAYS[weekday - 1] for weekday in rule.weekdays or (start.isoweekday(),)]
    match rule.frequency:
        case Frequency.WEEKLY:
            return {"byweekday": weekdays}
        case Frequency.MONTHLY:
            return {"bymonthday": rule.positions or (rule.first_day.day,)}
        case Frequency.MONTHLY_BY_WEEKDAY:
            positions = rule.positions or ((start.day + 6) // 7,)
            return {"byweekday": [weekday(position) for weekday in weekdays for position in positions]}
        case Frequency.YEARLY:
            return {"bymonth": rule.first_day.month, "bymonthday": rule.first_day.day}
    return {}


def _moment(day):
    return datetime.combine(day, MIDNIGHT)


WEEKDAYS = (rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA, rrule.SU)
FREQUENCIES = {
    Frequency.DAILY: rrule.DAILY,
    Frequency.WEEKLY: rrule.WEEKLY,
    Frequency.MONTHLY: rrule.MONTHLY,
    Frequency.MONTHLY_BY_WEEKDAY: rrule.MONTHLY,
    Frequency.YEARLY: rrule.YEARLY,
}
