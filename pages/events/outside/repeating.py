"""The days of somebody else's RRULE, found in bounded time (RFC 5545, 3.3.10). No database, no request.

dateutil looks until the year 9999 for a 31st of February. Here each look at a day is counted, and a file has
only so many looks.
"""

from calendar import isleap, monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo

from icalendar.prop import vRecur

from pages.events.outside.trouble import Fault, TroubleError, UnreadableError
from pages.events.recurrence import MOST

FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
KNOWN = {
    *("FREQ", "INTERVAL", "UNTIL", "COUNT", "WKST", "BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYDAY"),
    *("BYSETPOS", "BYHOUR", "BYMINUTE", "BYSECOND"),
}
A_DAY = timedelta(days=1)
LONGEST_RULE, WIDEST = 1000, 10_000


@dataclass
class Looks:
    """How many days may still be looked at, for all rules of a file together."""

    left: int = 1_000_000

    def spend(self, number: int):
        self.left -= number
        if self.left < 0:
            raise TroubleError(Fault.TOO_MUCH)


@dataclass(frozen=True)
class Repeat:
    """A rule, understood. `by_day` are pairs of position (0: each) and weekday (0: Monday)."""

    frequency: str
    interval: int = 1
    until: date | datetime | None = None
    count: int | None = None
    week_start: int = 0
    by_month: frozenset[int] = frozenset()
    by_month_day: frozenset[int] = frozenset()
    by_year_day: frozenset[int] = frozenset()
    by_day: frozenset[tuple[int, int]] = frozenset()
    by_position: tuple[int, ...] = ()


def repeat(text: str, start: datetime, zone: tzinfo) -> Repeat:
    """The rule for an event that begins at `start` on the wall of `zone`. Raises UnreadableError."""
    if len(text) > LONGEST_RULE:
        raise UnreadableError
    try:
        parts = {name.upper(): values for name, values in vRecur.from_ical(text.strip().upper()).items()}
        return _repeat(parts, start, zone)
    except (ValueError, TypeError, AttributeError, OverflowError) as fault:
        raise UnreadableError from fault


def _repeat(parts, start, zone):
    frequency, interval = str(_one(parts, "FREQ", "")), int(_one(parts, "INTERVAL", 1))
    count = _one(parts, "COUNT", None)
    if (
        frequency not in FREQUENCIES
        or interval < 1
        or parts.keys() - KNOWN
        or (count is not None and count < 1)
    ):
        raise UnreadableError
    for name, value in (("BYHOUR", start.hour), ("BYMINUTE", start.minute), ("BYSECOND", start.second)):
        if {int(each) for each in parts.get(name, [value])} != {value}:
            raise UnreadableError  # several times on one day
    return Repeat(
        frequency=frequency,
        interval=interval,
        until=_on_the_wall(_one(parts, "UNTIL", None), zone),
        count=count and int(count),
        week_start=WEEKDAYS.index(str(_one(parts, "WKST", "MO"))),
        by_month=_numbers(parts, "BYMONTH", 1, 12),
        by_month_day=_numbers(parts, "BYMONTHDAY", -31, 31),
        by_year_day=_numbers(parts, "BYYEARDAY", -366, 366),
        by_day=frozenset(
            (each.relative or 0, WEEKDAYS.index(each.weekday)) for each in parts.get("BYDAY", ())
        ),
        by_position=tuple(_numbers(parts, "BYSETPOS", -366, 366)),
    )


def _one(parts, name, otherwise):
    values = parts.get(name, [otherwise])
    if len(values) != 1:
        raise UnreadableError
    return values[0]


def _numbers(parts, name, least, most):
    numbers = frozenset(int(each) for each in parts.get(name, ()))
    if any(not least <= number <= most or number == 0 for number in numbers):
        raise UnreadableError
    return numbers


def _on_the_wall(until, zone):
    if isinstance(until, datetime) and until.tzinfo:
        return until.astimezone(zone).replace(tzinfo=None) if until.year < WIDEST - 1 else None
    return until


def moments(rule: Repeat, start: datetime, first: datetime, last: datetime, looks: Looks) -> list[datetime]:
    """When it happens from `first` to before `last`, on the wall, never before `start`; at most 1,000."""
    found, counted = [], 0
    rule = _with_what_goes_without_saying(rule, start.date())
    for period in _periods(rule, start.date(), start.date() if rule.count else first.date(), last.date()):
        for day in _days_in(rule, period, looks):
            moment = datetime.combine(day, start.time())
            if moment < start:
                continue
            counted += 1
            over = (
                moment.date() > rule.until if type(rule.until) is date else rule.until and moment > rule.until
            )
            if over or moment >= last or (rule.count and counted > rule.count) or len(found) >= MOST:
                return found
            if moment >= first:
                found.append(moment)
    return found


def _periods(rule, start, first, last) -> Iterator[list[date]]:
    """The days of every day, week, month or year that counts, from the one around `first` on.

    As many periods as lie between are skipped at once: the past of a series costs nothing.
    """
    step = PERIODS[rule.frequency]
    skipped = max(step.number(first, rule) - step.number(start, rule), 0) // rule.interval
    number = step.number(start, rule) + skipped * rule.interval
    while number <= step.number(last, rule):
        yield step.days(number, rule)
        number += rule.interval


class _Day:
    @staticmethod
    def number(day, rule):
        return day.toordinal()

    @staticmethod
    def days(number, rule):
        return [date.fromordinal(number)]


class _Week:
    @staticmethod
    def number(day, rule):
        return (day.toordinal() - 1 - rule.week_start) // 7

    @staticmethod
    def days(number, rule):
        first = number * 7 + 1 + rule.week_start
        return [date.fromordinal(first + each) for each in range(7)]


class _Month:
    @staticmethod
    def number(day, rule):
        return day.year * 12 + day.month - 1

    @staticmethod
    def days(number, rule):
        year, month = divmod(number, 12)
        return _month(year, month + 1)


class _Year:
    @staticmethod
    def number(day, rule):
        return day.year

    @staticmethod
    def days(number, rule):
        """Only the months in question: most yearly events are birthdays."""
        return [day for month in sorted(rule.by_month) or range(1, 13) for day in _month(number, month)]


PERIODS = {"DAILY": _Day, "WEEKLY": _Week, "MONTHLY": _Month, "YEARLY": _Year}


def _month(year, month):
    return [date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1)]


def _with_what_goes_without_saying(rule, start):
    """Where a rule names no day, the first one says which."""
    if rule.by_day or rule.by_month_day or rule.by_year_day or rule.frequency == "DAILY":
        return rule
    if rule.frequency == "WEEKLY":
        return replace(rule, by_day=frozenset({(0, start.weekday())}))
    by_month = rule.by_month or (frozenset({start.month}) if rule.frequency == "YEARLY" else rule.by_month)
    return replace(rule, by_month=by_month, by_month_day=frozenset({start.day}))


def _days_in(rule, period, looks):
    """Which days of a period fit, in order."""
    looks.spend(len(period))
    fitting = [day for day in period if _fits(rule, day)]
    if not rule.by_position:
        return fitting
    size = len(fitting)
    chosen = {each - 1 if each > 0 else size + each for each in rule.by_position}
    return [fitting[each] for each in sorted(chosen) if 0 <= each < size]


def _fits(rule, day):
    if rule.by_month and day.month not in rule.by_month:
        return False
    if rule.by_month_day and not _at(day.day, monthrange(day.year, day.month)[1], rule.by_month_day):
        return False
    if rule.by_year_day and not _at(day.timetuple().tm_yday, 365 + isleap(day.year), rule.by_year_day):
        return False
    return not rule.by_day or any(
        weekday == day.weekday() and (not position or _is_nth(rule, day, position))
        for position, weekday in rule.by_day
    )


def _at(number, size, wanted):
    """Whether it is among those wanted, counted from the front or from the back."""
    return number in wanted or number - size - 1 in wanted


def _is_nth(rule, day, position):
    """Whether it is the nth of its weekday in the month, or in the year."""
    if rule.frequency in ("DAILY", "WEEKLY"):
        return True
    if rule.frequency == "MONTHLY" or rule.by_month:
        number, size = day.day, monthrange(day.year, day.month)[1]
    else:
        number, size = day.timetuple().tm_yday, 365 + isleap(day.year)
    return position in ((number - 1) // 7 + 1, -((size - number) // 7 + 1))
