"""Until when an announcement holds, in the reader's words."""

from datetime import time, timedelta

from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import pgettext

from pages.announcements.choices import Sentence
from pages.centre.spoken import oclock
from pages.offers.spoken import where
from pages.phrasing import dated, listed

A_MOMENT, A_DAY = timedelta(microseconds=1), timedelta(days=1)
SAY_TODAY = (Sentence.CLOSED_TODAY, Sentence.CLOSES_EARLY)
"""Sentences with the word "today" in them: nobody has to hear it twice."""


def details(page, now):
    """`heute bis 18 Uhr`, and the room that it is about; nothing where there is nothing more to know."""
    return listed([until(page, now), where(page) if page.room else ""])


def until(page, now):
    """`heute bis 18 Uhr`, `bis morgen, 18 Uhr`, `bis Freitag, 3. Dezember`; nothing where the end is open."""
    if page.ends is None or page.told:
        return ""
    end, today = timezone.localtime(page.ends), timezone.localtime(now).date()
    last = timezone.localtime(page.ends - A_MOMENT).date()
    at = "" if end.time() == time.min else oclock(end.time())
    if last == today:
        return _today(at, page.sentence in SAY_TODAY)
    if last == today + A_DAY:
        words = pgettext("an announcement holds", "until tomorrow, {time}")
        return format_html(words, time=at) if at else pgettext("an announcement holds", "until tomorrow")
    day = _day(last, last.year == today.year)
    words = pgettext("an announcement holds", "until {day}, {time}")
    return format_html(words if at else pgettext("an announcement holds", "until {day}"), day=day, time=at)


def _day(day, is_this_year):
    """A language that declines weekdays may leave them out behind "until"."""
    if is_this_year:
        name = dated(day, pgettext("a day behind “from” or “until”", "l, F j"))
    else:
        name = dated(day, pgettext("a day behind “from” or “until”", "l, F j, Y"))
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), name)


def _today(at, is_said):
    if at:
        return format_html(pgettext("an announcement holds", "today until {time}"), time=at)
    return "" if is_said else pgettext("an announcement holds", "today")
