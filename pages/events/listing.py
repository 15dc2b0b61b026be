"""Dates as readers may know of them: open to everybody, told in their language, with the original's facts."""

from datetime import timedelta

from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language

from blocks.closed import closed_paths, open_pages
from pages.events.models.occurrence import Occurrence, events

LONGEST = timedelta(days=62)
"""How long one date can be at the most: the window that a query for what is going on has to look back."""


def open_dates(near=None):
    """All dates that may be told to everybody; of the site of the page `near` only, if there is one.

    An event is as open as its original, and shows only while that is published.
    """
    ours = Q(page__live=True)
    for path in closed_paths():
        ours &= ~Q(page__path__startswith=path)
    if near:
        ours &= Q(page__path__startswith=near.path[: 2 * near.steplen])
    return Occurrence.objects.filter(ours | Q(outside__calendar__is_active=True))


def open_events(near=None):
    """All events that may be told to everybody, in every language; of the site of the page `near` only."""
    found = open_pages(events().live())
    return found.filter(path__startswith=near.path[: 2 * near.steplen]) if near else found


def upcoming(dates, now=None):
    """Those of a queryset that are not over, in the order in which they begin."""
    now = now or timezone.now()
    return dates.not_over(now).filter(starts__gt=now - LONGEST).order_by("starts", "event", "original")


def told(dates, language=None) -> list[Occurrence]:
    """The dates of a queryset, each with `facts`, the original page, and `text`, the page to read.

    Three queries, however many dates. Both are None for a date of others, which has `outside` instead. A page
    that is not translated is told in its own language; `Occurrence.language` says which.
    """
    language = language or get_language()
    dates = list(dates.select_related("room__place", "place", "outside__calendar"))
    originals = {date.page_id for date in dates if date.page_id}
    keys = {date.event for date in dates if date.page_id}
    wanted = Q(pk__in=originals) | Q(live=True, locale__language_code=language)
    pages = events().filter(wanted, translation_key__in=keys)
    pages = pages.select_related("picture").annotate(language=F("locale__language_code"))
    found = list(pages.defer_streamfields()) if originals else []
    by_key = {page.pk: page for page in found}
    in_language = {page.translation_key: page for page in found if page.language == language}
    for date in dates:
        date.facts = by_key.get(date.page_id)
        date.text = in_language.get(date.event, date.facts)
    return dates
