"""Dates as readers may know of them: open to everybody, told in their language, with the original's facts."""

from datetime import timedelta

from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language

from blocks.closed import closed_paths, open_pages
from blocks.originals import at_or_below, homes_of
from blocks.reading import mark
from pages.events.models.occurrence import Occurrence, events

LONGEST = timedelta(days=62)
"""How long one date can be at the most: the window that a query for what is going on has to look back."""

LOOKED_AT = 300


def open_dates(near=None):
    """All dates that may be told to everybody; of the site of the page `near` only, if there is one.

    An event is as open as its original, and shows only while that is published.
    """
    return open_dates_below(homes_of(near)) if near else _open(Q(page__live=True))


def open_dates_below(paths):
    """The same, for who knows already how the paths of all home pages of the site begin."""
    return _open(Q(page__live=True) & at_or_below(paths, "page__path"))


def _open(ours):
    for path in closed_paths():
        ours &= ~Q(page__path__startswith=path)
    return Occurrence.objects.filter(ours | Q(outside__calendar__is_active=True))


def open_events(near=None):
    """All events that may be told to everybody, in every language; of the site of the page `near` only."""
    found = open_pages(events())
    return found.filter(at_or_below(homes_of(near))) if near else found


def upcoming(dates, now=None):
    """Those of a queryset that are not over, in the order in which they begin."""
    now = now or timezone.now()
    return dates.not_over(now).filter(starts__gt=now - LONGEST).order_by("starts", "event", "original")


def once_each(dates, most, now=None):
    """The first coming date of each event, `most` of them: else a weekly group fills a list alone.

    Only the next few hundred dates are looked at, in one query that does not grow with the calendar.
    """
    first = {}
    for key, event in upcoming(dates, now).values_list("pk", "event")[:LOOKED_AT]:
        first.setdefault(event, key)
    return upcoming(Occurrence.objects.filter(pk__in=list(first.values())[:most]), now)


def told(dates, language=None) -> list[Occurrence]:
    """The dates of a queryset, each with `facts`, the original page, and `text`, the page to read.

    Two queries, however many dates. Both are None for a date of others, which has `outside` instead. A page
    that is not translated is told in its own language; `Occurrence.language` says which.
    """
    dates = list(dates.select_related("room__place", "place", "outside__calendar"))
    originals = {date.page_id for date in dates if date.page_id}
    keys = {date.event for date in dates if date.page_id}
    found = pages_of(originals, keys, language).select_related("picture") if originals else []
    facts, texts = by_number_and_key(found, language)
    for date in dates:
        date.facts = facts.get(date.page_id)
        date.text = texts.get(date.event, date.facts)
        if date.text:
            mark(date.text, language)
    return dates


def pages_of(originals, keys, language=None):
    """The pages with these numbers, and the published ones in the language of the reader with these keys."""
    wanted = Q(pk__in=originals) | Q(live=True, locale__language_code=language or get_language())
    pages = events().filter(wanted, translation_key__in=keys)
    return pages.annotate(language=F("locale__language_code")).defer_streamfields()


def by_number_and_key(pages, language=None):
    """The same pages by number, and those in the reader's language by key."""
    language = language or get_language()
    by_number = {page.pk: page for page in pages}
    return by_number, {page.translation_key: page for page in by_number.values() if page.language == language}
