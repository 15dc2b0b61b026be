"""The rhythm of a series, in the words of schema.org, which are nearly those of RFC 5545."""

from dataclasses import replace
from itertools import islice

from pages.events.recurrence import LAST, LOOKED_AHEAD, Frequency, days
from pages.events.wall import on_the_wall
from quartier.structured.plain import without_gaps

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
UNITS = {
    Frequency.DAILY: "D",
    Frequency.WEEKLY: "W",
    Frequency.MONTHLY: "M",
    Frequency.MONTHLY_BY_WEEKDAY: "M",
    Frequency.YEARLY: "Y",
}
MOST_EXCEPTIONS = 60


def schedules(event, dates):
    """One for each series that can be told so."""
    rules = [line.rule for line in event.lines_in_order]
    return [_schedule(rule, event, dates) for rule in rules if _can_be_told(rule)]


def _can_be_told(rule):
    """Of the days of a month schema.org knows no last one."""
    return rule.frequency is not Frequency.ONCE and not (
        rule.frequency is Frequency.MONTHLY and LAST in rule.positions
    )


def _schedule(rule, event, dates):
    first = next(iter(days(replace(rule, count=1), rule.first_day, rule.first_day + LOOKED_AHEAD)), None)
    return without_gaps(
        {
            "@type": "Schedule",
            "repeatFrequency": f"P{rule.interval}{UNITS[rule.frequency]}",
            "byDay": _by_day(rule, first or rule.first_day),
            "byMonthDay": _by_month_day(rule),
            "byMonth": rule.first_day.month if rule.frequency is Frequency.YEARLY else None,
            "startDate": first and first.isoformat(),
            "endDate": rule.last_day and rule.last_day.isoformat(),
            "repeatCount": rule.count,
            "startTime": rule.starts and f"{rule.starts:%H:%M:%S}",
            "endTime": rule.ends and f"{rule.ends:%H:%M:%S}",
            "exceptDate": [day.isoformat() for day in _exceptions(rule, dates)],
            "scheduleTimezone": "Europe/Berlin",
        }
    )


def _by_day(rule, first):
    weekdays = rule.weekdays or (first.isoweekday(),)
    if rule.frequency is Frequency.WEEKLY:
        return [f"https://schema.org/{DAYS[weekday - 1]}" for weekday in weekdays]
    if rule.frequency is Frequency.MONTHLY_BY_WEEKDAY:
        positions = rule.positions or ((first.day + 6) // 7,)
        return [f"{position}{SHORT[weekday - 1]}" for weekday in weekdays for position in positions]
    return None


def _by_month_day(rule):
    if rule.frequency is Frequency.MONTHLY:
        return list(rule.positions or (rule.first_day.day,))
    return rule.first_day.day if rule.frequency is Frequency.YEARLY else None


def _exceptions(rule, dates):
    """The days of a rhythm on which nothing takes place, up to the last date that the page knows of."""
    there = {on_the_wall(one.original).date() for one in dates.coming}
    if not there:
        return []
    today = on_the_wall(dates.now).date()
    possible = days(replace(rule, count=None), today, max(there))
    off = {on_the_wall(one.original).date() for one in dates.coming if one.state in ("cancelled", "closed")}
    return islice((day for day in possible if day not in there or day in off), MOST_EXCEPTIONS)
