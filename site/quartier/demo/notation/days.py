"""Days as data files write them, most of them counted from the day on which the demo is loaded.

"2026-12-24", "today", "today+14d", "thursday+2w" (the Thursday of this week, and two weeks on),
"june 24", "last saturday of june", "2nd holiday week" (its Monday): the next such day, or today;
"last saturday of june-1y": the one a year before; "june 24 after today+21d": the next one from there.
"""

import re
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta, weekday
from django.utils.dateparse import parse_time

from pages.events.school import shipped
from pages.events.wall import on_the_clock
from quartier.demo.notation.faults import Fault

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
WEEKDAY, MONTH = "|".join(WEEKDAYS), "|".join(MONTHS)
WRITTEN = re.compile(
    rf"""(?P<anchor>today
        |(?P<weekday>{WEEKDAY})
        |(?P<month>{MONTH})\s(?P<number>\d\d?)
        |(?P<nth>[1-5]|last)(?:st|nd|rd|th)?\s(?P<its_weekday>{WEEKDAY})\sof\s(?P<its_month>{MONTH})
        |(?P<free>\d)(?:st|nd|rd|th)\sholiday\sweek)
    (?:(?P<way>[+-]\d+)(?P<unit>[dwy]))?
    (?:\safter\s(?P<after>.+))?""",
    re.VERBOSE,
)
UNITS = {"d": "days", "w": "weeks", "y": "years"}
A_WEEK = timedelta(weeks=1)
UNKNOWN_HOLIDAYS = 8 * A_WEEK
"""How far off the next holidays are taken to be, once none are known any more."""


def day(text: str, today: date) -> date | str:
    """The day that a text names; the text itself if it is not written in words."""
    found = WRITTEN.fullmatch(text)
    if not found:
        return text
    base = day(found["after"], today) if found["after"] else today
    if not isinstance(base, date):
        raise Fault(f"“{base}” is no day that one can count from")
    way = {UNITS[found["unit"]]: int(found["way"])} if found["way"] else {}
    years = way.pop("years", 0)
    return _anchor(found, base, years) + timedelta(**way)


def _anchor(found, base, years):
    if found["weekday"]:
        return _monday(base) + timedelta(days=WEEKDAYS.index(found["weekday"]))
    if found["free"]:
        return holiday_weeks(base)[int(found["free"]) - 1]
    if found["anchor"] == "today":
        return base + relativedelta(years=years)
    this = _of_the_year(found, base.year)
    coming = base.year if this >= base else base.year + 1
    return _of_the_year(found, coming + years)


def moment(written: str, today: date) -> datetime:
    """A day and a time on the wall, like "today-3d 18:00"; the day alone means nine in the morning."""
    there, _space, clock = written.rpartition(" ")
    time = ":" in clock and parse_time(clock)
    if not time:
        there, time = written, parse_time("09:00")
    return on_the_clock(datetime.combine(day(there, today), time))


def _of_the_year(found, year):
    month = MONTHS.index(found["month"] or found["its_month"]) + 1
    if found["number"]:
        return date(year, month, 1) + relativedelta(day=int(found["number"]))
    nth = -1 if found["nth"] == "last" else int(found["nth"])
    start = relativedelta(day=31 if nth == -1 else 1)
    return (
        date(year, month, 1)
        + start
        + relativedelta(weekday=weekday(WEEKDAYS.index(found["its_weekday"]))(nth))
    )


def holiday_weeks(base: date, region="BE") -> list[date]:
    """The Mondays from `base` on that begin five days without school, but for Christmas."""
    mondays = [
        first + n * A_WEEK
        for start, last in ((each["first_day"], each["last_day"]) for each in shipped(region))
        for first in [_monday(start + timedelta(days=6))]
        for n in range((last - first).days // 7 + 1)
        if first + n * A_WEEK + timedelta(days=4) <= last
    ]
    coming = [each for each in mondays if each >= base and not _is_christmas(each)]
    unknown = max([_monday(base) + UNKNOWN_HOLIDAYS, *(each + A_WEEK for each in coming)])
    return [*coming, *(unknown + n * A_WEEK for n in range(9))]


def _is_christmas(monday):
    return (monday.month, monday.day) < (1, 4) or (monday.month, monday.day) > (12, 19)


def _monday(some_day):
    return some_day - timedelta(days=some_day.weekday())
