"""Dates as readers may know of them: open to everybody, told in their language, with the original's facts."""

from datetime import timedelta

from django.db.models import F, Q
from django.db.models.functions import Substr
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Page

from blocks.closed import closed_paths
from pages.events.models.event import EventPage
from pages.events.models.occurrence import Occurrence

HOME = 2
"""The depth of a home page in the tree."""

LONGEST = timedelta(days=62)
"""How long one date can be at the most: the window that a query for what is going on has to look back."""


def open_dates(near=None):
    """All dates that may be told to everybody; of the site of the page `near` only, if there is one.

    An event is as open as its original, and shows only while that is published.
    """
    ours = Q(page__live=True)
    for path in closed_paths():
        ours &= ~Q(page__path__startswith=path)
    dates = Occurrence.objects.all()
    if near:
        homes = Page.objects.filter(translation_key__in=_home_of(near).values("translation_key"))
        dates = dates.alias(home=Substr("page__path", 1, HOME * near.steplen))
        ours &= Q(home__in=homes.filter(depth=HOME).values("path"))
    return dates.filter(ours | Q(outside__calendar__is_active=True))


def _home_of(page):
    """Only originals have dates, and the home page of another language stands beside theirs."""
    return Page.objects.filter(path=page.path[: HOME * page.steplen])


def upcoming(dates, now=None):
    """Those of a queryset that are not over, in the order in which they begin."""
    now = now or timezone.now()
    return dates.not_over(now).filter(starts__gt=now - LONGEST).order_by("starts", "event", "original")


def told(dates, language=None) -> list[Occurrence]:
    """The dates of a queryset, each with `facts`, the original page, and `text`, the page to read.

    Three queries, however many dates. Both are None for a date of others, which has `outside` instead. A page
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
    return dates


def pages_of(originals, keys, language=None):
    """The pages with these numbers, and the published ones in the language of the reader with these keys."""
    translated = Q(live=True, locale__language_code=language or get_language(), translation_key__in=keys)
    pages = EventPage.objects.filter(Q(pk__in=originals) | translated)
    return pages.annotate(language=F("locale__language_code")).defer_streamfields()


def by_number_and_key(pages, language=None):
    """The same pages by number, and those in the reader's language by key."""
    language = language or get_language()
    by_number = {page.pk: page for page in pages}
    return by_number, {page.translation_key: page for page in by_number.values() if page.language == language}
