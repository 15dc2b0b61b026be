"""Times and states in the reader's words; days as `time` elements that machines read."""

from datetime import date, datetime, time, timedelta

from django.utils.dates import WEEKDAYS
from django.utils.formats import time_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from pages.centre.opening import MIDNIGHT, Interval, Notice, Row, Status
from pages.phrasing import dated, joined, listed

A_WEEK = timedelta(days=6)


def clock(at: time, closes=False) -> str:
    """`9`, `9:30`; an end at midnight is 24 o'clock."""
    if closes and at == MIDNIGHT:
        return pgettext("end of the day", "24:00")
    return time_format(at, pgettext("full hour", "H:i") if at.minute == 0 else pgettext("time", "H:i"))


def oclock(at: time, closes=False):
    """A single time with the word that belongs to it: `18 Uhr`."""
    return format_html(pgettext("time of day", "{time}"), time=clock(at, closes))


def span(interval: Interval):
    """`9–18 Uhr`."""
    return format_html(
        _("{opens}–{closes}"), opens=clock(interval[0]), closes=clock(interval[1], closes=True)
    )


def spans(intervals):
    """All the times of a day, or the word for none."""
    return listed(map(span, intervals)) or _("closed")


def days(row: Row) -> str:
    """`Montag`, `Samstag und Sonntag`, `Montag bis Freitag`."""
    first, last = str(WEEKDAYS[row.first - 1]), str(WEEKDAYS[row.last - 1])
    if row.first == row.last:
        return first
    if row.last == row.first + 1:
        return joined([first, last])
    return pgettext("days of the week", "%(first)s to %(last)s") % {"first": first, "last": last}


def dates(notice: Notice, today: date):
    """`3. August`, `3. bis 9. August`; the year only where it is not this one."""
    first, last = notice.first_day, notice.last_day
    if first == last:
        return _date(first, today)
    one_month = (first.year, first.month) == (last.year, last.month)
    short = pgettext("first of some days in one month", "F j") if one_month else ""
    return format_html(
        pgettext("days without their names", "{first} to {last}"),
        first=_date(first, today, short),
        last=_date(last, today),
    )


def _date(day: date, today: date, pattern=""):
    pattern = pattern or ("MONTH_DAY_FORMAT" if day.year == today.year else "DATE_FORMAT")
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), dated(day, pattern))


def state(status: Status) -> str:
    """Open or closed, in two words."""
    if status.is_open:
        return _("Open now")
    return _("Closed now") if status.opens_today else _("Closed today")


def change(status: Status, now: datetime):
    """Until when it is open, or when it opens next; nothing where no change is in sight."""
    if status.changes is None:
        return ""
    at = oclock(status.changes.time(), closes=status.is_open)
    if status.is_open:
        return format_html(pgettext("the house is open", "until {time}"), time=at)
    ahead = status.changes.date() - now.date()
    if not ahead:
        return format_html(_("opens today at {time}"), time=at)
    if ahead == timedelta(days=1):
        return format_html(_("opens tomorrow at {time}"), time=at)
    weekday = WEEKDAYS[status.changes.weekday()]
    if ahead <= A_WEEK:
        return format_html(_("opens on {weekday} at {time}"), weekday=weekday, time=at)
    day = _date(status.changes.date(), now.date())
    return format_html(_("opens on {weekday}, {date}, at {time}"), weekday=weekday, date=day, time=at)
