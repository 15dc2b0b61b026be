"""When an announcement holds, in the reader's words."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from pages.centre.spoken import oclock, span
from pages.phrasing import capital, dated, listed

MIDNIGHT, A_DAY = time(), timedelta(days=1)
A_MOMENT = timedelta(microseconds=1)
FAR = date(1, 1, 1)
"""Seen from there every day is told with its year, and none is today."""


def validity(starts, ends, now: datetime, today: date | None = None) -> str:
    """`Gilt bis heute, 18 Uhr`, `Gilt von … bis …` for what is still to begin; empty without any time.

    For what is read on another day `today` is `FAR`.
    """
    today = today or timezone.localdate(now)
    if ends and ends <= now:
        return format_html(_("No longer current since {when}"), when=_end(ends, today))
    if starts and starts > now:
        return _ahead(starts, ends, today)
    return format_html(_("Valid until {when}"), when=_end(ends, today)) if ends else ""


def until(ends: datetime, now: datetime, says_today=False) -> str:
    """`bis heute, 18 Uhr`, for where something else says what it is that holds.

    The end of today is `heute`, and nothing more where that is said already.
    """
    there, today = timezone.localtime(ends), timezone.localdate(now)
    if there.time() == MIDNIGHT and there.date() - A_DAY == today:
        return "" if says_today else _timed(ends, _day(today, today))
    return format_html(pgettext("an announcement holds", "until {when}"), when=_end(ends, today))


def on_paper(starts, ends, now: datetime) -> str:
    """The same without “today”: tomorrow the paper hangs there, too. From when, in any case."""
    begun = starts or now
    if ends is None:
        return format_html(_("Valid from {when}"), when=_moment(begun, FAR))
    return _ahead(begun, ends, FAR)


def told_on(moment: datetime | None) -> str:
    """The day on which something became known: `14. Mai 2026`."""
    if moment is None:
        return ""
    day = timezone.localdate(moment)
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), dated(day))


def _ahead(starts, ends, today):
    first = _moment(starts, today)
    if ends is None:
        return format_html(_("Valid from {when}"), when=first)
    if timezone.localdate(starts) == timezone.localdate(ends - A_MOMENT):
        return _on_one_day(starts, ends, today)
    return format_html(_("Valid from {first} until {last}"), first=first, last=_end(ends, today))


def _on_one_day(starts, ends, today):
    """`Donnerstag, 26. November, 8–18 Uhr`."""
    first, last = timezone.localtime(starts).time(), timezone.localtime(ends).time()
    day = capital(_day(timezone.localdate(starts), today))
    if first == MIDNIGHT and last == MIDNIGHT:
        return day
    return listed([day, span((first, last))])


def _moment(at, today):
    there = timezone.localtime(at)
    words = _day(there.date(), today)
    return _timed(at, words if there.time() == MIDNIGHT else listed([words, oclock(there.time())]))


def _end(at, today):
    """The end of a day is told by the day alone."""
    there = timezone.localtime(at)
    if there.time() == MIDNIGHT:
        return _timed(at, _day(there.date() - A_DAY, today))
    return _moment(at, today)


def _timed(at, words):
    return format_html('<time datetime="{}">{}</time>', timezone.localtime(at).isoformat(), words)


def _day(day, today):
    if day == today:
        return pgettext("a day behind “from” or “until”", "today")
    if day - A_DAY == today:
        return pgettext("a day behind “from” or “until”", "tomorrow")
    if day.year == today.year:
        return dated(day, pgettext("a day behind “from” or “until”", "l, F j"))
    return dated(day, pgettext("a day behind “from” or “until”", "l, F j, Y"))
