"""Which days a view of the calendar shows, and where one goes on from there. No database."""

from calendar import Calendar
from datetime import date, timedelta

from pages.events.recurrence import A_DAY

LIST, MONTH, WEEK, WEEKEND, DAY, ARCHIVE = "liste", "monat", "woche", "wochenende", "tag", "archiv"
VIEWS = (LIST, MONTH, WEEK, DAY, WEEKEND, ARCHIVE)
"""By the names that stand in addresses."""

A_WEEK = timedelta(days=7)
SATURDAY = 5


def span(view: str, day: date) -> tuple[date, date]:
    """The first and the last day of the view that shows `day`. A weekend is that of its week."""
    monday = day - day.weekday() * A_DAY
    if view == MONTH:
        first = day.replace(day=1)
        return first, _next_month(first) - A_DAY
    if view == WEEK:
        return monday, monday + 6 * A_DAY
    if view == WEEKEND:
        return monday + SATURDAY * A_DAY, monday + 6 * A_DAY
    return day, day


def before(view: str, day: date) -> date:
    """The first day of the span before that which shows `day`."""
    return span(view, span(view, day)[0] - (A_WEEK if view == WEEKEND else A_DAY))[0]


def after(view: str, day: date) -> date:
    """The first day of the span after that which shows `day`."""
    return span(view, span(view, day)[1] + A_DAY)[0]


def days(first: date, last: date) -> list[date]:
    return [first + number * A_DAY for number in range((last - first).days + 1)]


def weeks(first: date) -> list[list[date | None]]:
    """The weeks of the month that begins on `first`, from Monday; None for the days of other months."""
    shown = Calendar().monthdatescalendar(first.year, first.month)
    return [[day if day.month == first.month else None for day in week] for week in shown]


def _next_month(first):
    return (first + 31 * A_DAY).replace(day=1)
