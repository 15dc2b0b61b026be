"""When a part of the house is open. Times and days in, answers out: no database, no request, no clock.

All times are those on the wall of the house, without a time zone. Both clock changes of the year are
irrelevant for that reason: who opens at nine opens at nine, and neither change happens in opening hours.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby

MIDNIGHT = time(0)
HORIZON = 366
"""How many days ahead the next opening is looked for."""

Interval = tuple[time, time]
"""From and until on one day; until 00:00 is the end of that day."""


@dataclass(frozen=True)
class Weekly:
    """Open from when to when, on one day of every week; Monday is 1 (ISO 8601)."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True)
class Special:
    """Some days with other times, or without any: closed. The last day is included."""

    first_day: date
    last_day: date
    opens: time | None = None
    closes: time | None = None
    reason: object = ""

    def covers(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    @property
    def length(self) -> timedelta:
        return self.last_day - self.first_day


@dataclass(frozen=True)
class Status:
    """Open or closed, when that changes (None: no change in sight), and why today is special."""

    is_open: bool
    changes: datetime | None
    reason: object = ""
    opens_today: bool = False


@dataclass(frozen=True)
class Row:
    """Neighbouring days of the week (Monday is 1) that share their times; no times: closed."""

    first: int
    last: int
    intervals: tuple[Interval, ...]


@dataclass(frozen=True)
class Notice:
    """Coming days with other times; no times: closed, and perhaps the whole house."""

    first_day: date
    last_day: date
    intervals: tuple[Interval, ...]
    reason: object = ""
    whole_house: bool = False


@dataclass(frozen=True)
class Timetable:
    """The week of one part of the house, its exceptions, and the days on which the whole house is closed.

    A closure beats everything. Of several exceptions for a day the shortest counts, since it was meant
    more exactly; equally short ones add up to several times on that day, unless one of them says closed.
    """

    weekly: tuple[Weekly, ...] = ()
    exceptions: tuple[Special, ...] = ()
    closures: tuple[Special, ...] = ()

    def specials(self, day: date) -> list[Special]:
        """What rules a day in place of the weekly times."""
        if closed := [closure for closure in self.closures if closure.covers(day)]:
            return closed[:1]
        here = [special for special in self.exceptions if special.covers(day)]
        return [special for special in here if special.length == min(one.length for one in here)]

    def intervals(self, day: date) -> tuple[Interval, ...]:
        specials = self.specials(day)
        if any(special.opens is None for special in specials):
            return ()
        times = specials or [weekly for weekly in self.weekly if weekly.weekday == day.isoweekday()]
        return _joined((one.opens, one.closes) for one in times)

    def status(self, now: datetime) -> Status:
        """Whether it is open at a wall-clock moment, and until when that holds."""
        today = now.date()
        reason = next((special.reason for special in self.specials(today) if special.reason), "")
        for opens, closes in self._spans(today):
            if opens <= now < closes:
                forever = closes - now > timedelta(HORIZON - 1)
                return Status(True, None if forever else closes, reason, True)
            if now < opens:
                return Status(False, opens, reason, bool(self.intervals(today)))
        return Status(False, None, reason, bool(self.intervals(today)))

    def holds_until(self, now: datetime) -> datetime:
        """The next moment at which it reads differently; midnight at the latest, when "tomorrow" ends."""
        midnight = datetime.combine(now.date() + timedelta(1), MIDNIGHT)
        return min(self.status(now).changes or midnight, midnight)

    def week(self) -> list[Row]:
        """All seven days, neighbours with the same times taken together."""
        days = [
            (day, _joined((weekly.opens, weekly.closes) for weekly in self.weekly if weekly.weekday == day))
            for day in range(1, 8)
        ]
        groups = ([day for day, _times in group] for _times, group in groupby(days, key=lambda pair: pair[1]))
        times = dict(days)
        return [Row(group[0], group[-1], times[group[0]]) for group in groups]

    def upcoming(self, today: date, days: int = 60) -> list[Notice]:
        """Closures and exceptions that are not over and begin in the next `days` days."""
        last = today + timedelta(days)
        exceptions = sorted(filter(self._counts, self.exceptions), key=_days)
        notices = [_notice(list(group)) for _span, group in groupby(exceptions, key=_days)]
        notices += [Notice(*_days(one), (), one.reason, whole_house=True) for one in self.closures]
        coming = (one for one in notices if one.last_day >= today and one.first_day <= last)
        return sorted(coming, key=_days)

    def _counts(self, exception: Special) -> bool:
        """Whether it is not swallowed by a closure."""
        return not any(
            closure.first_day <= exception.first_day and exception.last_day <= closure.last_day
            for closure in self.closures
        )

    def _spans(self, first_day: date) -> Iterator[tuple[datetime, datetime]]:
        """From and until as moments, day after day; what goes on past midnight is one span."""
        held = None
        for number in range(HORIZON):
            day = first_day + timedelta(number)
            for opens, closes in self.intervals(day):
                span = datetime.combine(day, opens), _end(day, closes)
                if held and span[0] <= held[1]:
                    held = held[0], span[1]
                    continue
                if held:
                    yield held
                held = span
        if held:
            yield held


def _days(one: Special | Notice) -> tuple[date, date]:
    return one.first_day, one.last_day


def _end(day: date, closes: time) -> datetime:
    return datetime.combine(day + timedelta(closes == MIDNIGHT), closes)


def _joined(intervals) -> tuple[Interval, ...]:
    """In order, and those that touch or overlap taken together."""
    joined: list[Interval] = []
    for opens, closes in sorted(intervals):
        if joined and (joined[-1][1] == MIDNIGHT or opens <= joined[-1][1]):
            before, until = joined.pop()
            opens, closes = before, MIDNIGHT if MIDNIGHT in (until, closes) else max(until, closes)
        joined.append((opens, closes))
    return tuple(joined)


def _notice(group: list[Special]) -> Notice:
    """What exceptions for the very same days say together; a closure among them silences the others."""
    closed = [one for one in group if one.opens is None]
    times = () if closed else _joined((one.opens, one.closes) for one in group)
    reason = next((one.reason for one in closed or group if one.reason), "")
    return Notice(group[0].first_day, group[0].last_day, times, reason)
