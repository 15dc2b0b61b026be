"""How long somebody has been a partner, in the reader's words."""

from datetime import date, timedelta

from django.utils.translation import pgettext

from pages.phrasing import dated

A_DAY = timedelta(days=1)


def period(first: date | None, last: date | None, today: date) -> str:
    """`seit März 2019`, `von März 2019 bis März 2026`, `ab 15. Dezember 2026`; empty where nothing is known.

    The month is enough for what is past, and where a month begins or ends.
    """
    begin = first and _day(first, is_rough=first <= today or first.day == 1)
    end = last and until(last, today)
    if begin and end:
        return pgettext("a time", "from %(first)s to %(last)s") % {"first": begin, "last": end}
    if begin and first > today:
        return pgettext("a time", "from %(first)s") % {"first": begin}
    if begin:
        return pgettext("a time", "since %(first)s") % {"first": begin}
    return pgettext("a time", "until %(last)s") % {"last": end} if end else ""


def until(last: date, today: date) -> str:
    """The month of a last day, or the day itself where it is still to come within a month."""
    return _day(last, is_rough=last < today or (last + A_DAY).day == 1)


def _day(day, is_rough):
    return dated(day, pgettext("a month in a sentence", "F Y") if is_rough else "DATE_FORMAT")
