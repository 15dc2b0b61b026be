"""A rule of theirs in our words, where both give the same dates. No database, no request."""

from dataclasses import replace
from datetime import date

from pages.events.outside.entries import Entry
from pages.events.outside.reading import Date
from pages.events.outside.trouble import UnreadableError
from pages.events.recurrence import A_DAY, LAST, MOST, Frequency, Rule, days
from pages.events.wall import on_the_wall

POSITIONS = {1, 2, 3, 4, 5, LAST}
MOST_DAYS, MOST_EXCEPTIONS = 60, 100


def as_series(main: Entry, regular: list[Date], kept: list[Date], until: date):
    """A series with what is added to it, and the days left out; None where we would say something else.

    `regular` are the dates of the rule alone, `kept` those that are left after all changes, before `until`.
    """
    rule = _rule(main) if main.rule and regular else None
    if rule is None or (rule.frequency is Frequency.DAILY and rule.more_days):
        return None
    if len(regular) >= MOST:  # theirs are not counted out any further
        until = min(until, max(map(_day, regular)) + A_DAY)
    theirs = {single(each) for each in regular if _day(each) < until}
    ours = set(days(rule, rule.first_day, until - A_DAY))
    if {each.first_day for each in theirs} != ours or not all(_alike(rule, each) for each in theirs):
        return None
    singles = [single(each) for each in kept if _day(each) < until]
    added = [each for each in singles if each not in theirs]
    left_out = ours - {each.first_day for each in singles if each in theirs}
    if len(added) > MOST_EXCEPTIONS or len(left_out) > MOST_EXCEPTIONS or left_out == ours:
        return None
    if rule.count and left_out:  # ours does not count what is left out
        rule = replace(rule, count=None, last_day=max(ours))
    return [rule, *added], left_out


def single(one: Date) -> Rule:
    """A single date, on the wall of the house."""
    starts, ends = on_the_wall(one.starts), on_the_wall(one.ends)
    if one.is_whole_day:
        return Rule(starts.date(), more_days=_checked((ends - starts).days - 1))
    if ends is None:
        return Rule(starts.date(), starts=starts.time())
    nights = (ends.date() - starts.date()).days
    if nights == 1 and ends.time() <= starts.time():
        nights = 0  # an evening, as one says
    return Rule(starts.date(), starts=starts.time(), ends=ends.time(), more_days=_checked(nights))


def _alike(rule, one):
    return (rule.starts, rule.ends, rule.more_days) == (one.starts, one.ends, one.more_days)


def _rule(main):
    """What we would call it; whether that is true is seen when both are counted out."""
    words = _words(main.rule, main.starts.wall)
    if words is None:
        return None
    first = single(_first(main))
    limits = {"count": main.rule.count} if main.rule.count else {"last_day": _last_day(main.rule.until)}
    return replace(first, interval=main.rule.interval, **words, **limits)


def _words(rule, first):
    """Frequency, weekdays and positions."""
    plain = not (rule.by_month or rule.by_year_day or rule.by_position)
    weekdays = tuple(sorted({weekday + 1 for _position, weekday in rule.by_day}))
    if rule.frequency == "DAILY" and plain and not (rule.by_day or rule.by_month_day):
        return {"frequency": Frequency.DAILY}
    if rule.frequency == "DAILY" and plain and rule.interval == 1 and not rule.by_month_day:
        return {"frequency": Frequency.WEEKLY, "weekdays": weekdays}
    if rule.frequency == "WEEKLY" and plain and not rule.by_month_day:
        return {"frequency": Frequency.WEEKLY, "weekdays": weekdays}
    if rule.frequency == "MONTHLY" and not (rule.by_month or rule.by_year_day):
        return _monthly(rule, weekdays, first)
    if rule.frequency == "YEARLY" and not (rule.by_day or rule.by_year_day or rule.by_position):
        return {"frequency": Frequency.YEARLY}
    return None


def _monthly(rule, weekdays, first):
    if rule.by_day and not rule.by_month_day:
        positions = {position for position, _weekday in rule.by_day}
        if rule.by_position and len(weekdays) == 1 and positions == {0}:
            positions = set(rule.by_position)
        every = {(position, weekday - 1) for position in positions for weekday in weekdays}
        if positions <= POSITIONS and (rule.by_position or every == rule.by_day):
            frequency = Frequency.MONTHLY_BY_WEEKDAY
            return {"frequency": frequency, "weekdays": weekdays, "positions": tuple(sorted(positions))}
        return None
    if rule.by_position or not (rule.by_month_day <= POSITIONS or rule.by_month_day == {first.day}):
        return None
    positions = () if rule.by_month_day == {first.day} else tuple(sorted(rule.by_month_day))
    return {"frequency": Frequency.MONTHLY, "positions": positions}


def _first(main):
    start = main.starts.instant
    lasts = main.lasts
    ends = None if lasts is None else replace(main.starts, wall=main.starts.wall + lasts).instant
    return Date(start, start, ends, is_whole_day=main.starts.is_whole_day)


def _last_day(until):
    """Of the rule; the time of day decides nothing, or the two are not the same and it is seen."""
    return until if until is None or type(until) is date else until.date()


def _checked(more_days):
    if not 0 <= more_days <= MOST_DAYS:
        raise UnreadableError
    return more_days


def _day(one):
    return on_the_wall(one.starts).date()
