"""Calendar files (RFC 5545): everything that somebody wishes to see, one event, or one date."""

import zlib
from functools import lru_cache

from coloraide import Color
from coloraide.css.color_names import name2val_map
from django.core.cache import cache
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language, override

from pages.centre.models import Centre
from pages.events.asking import Wish
from pages.events.calendars import About, calendar
from pages.events.feeds.answer import answer
from pages.events.feeds.entries import events
from pages.events.listing import open_dates
from pages.feeds.names import absolute

CONTENT_TYPE = "text/calendar; charset=utf-8"
A_DAY = 24 * 60 * 60


def whole_calendar(page, request):
    """All dates of a calendar that fit a wish: those of the last twelve months and all to come."""
    wish = Wish.of(request.GET)
    dates = wish.narrow(_lately(open_dates(page)))
    asked = f"kalender.ics?{wish.query}".removesuffix("?")
    return _file(page, request, dates, f"{page.title}", asked, keep=not wish.chosen)


def event_calendar(page, request):
    """All dates of the event `page`, in its language."""
    dates = _lately(open_dates(page)).filter(event=page.translation_key)
    return _file(page, request, dates, page.title, "kalender.ics")


def date_calendar(page, occurrence, request):
    """One date of the event `page`: where it is now and, if it was postponed, where it was."""
    dates = open_dates(page).filter(event=page.translation_key, original=occurrence.original)
    return _file(page, request, dates, page.title, f"{occurrence.name}/kalender.ics")


def _lately(dates):
    """To the first of a month, so that what is over does not change the file every day."""
    now = timezone.localtime()
    since = now.replace(year=now.year - 1, day=1, hour=0, minute=0, second=0, microsecond=0)
    return dates.filter(until__gt=since)


def _file(page, request, dates, title, asked, keep=False):
    language = get_language()
    about = page.pk, language, asked, page.last_published_at

    def write(etag):
        kept = f"kalender.ics-{page.pk}-{language}"
        known, body = (keep and cache.get(kept)) or ("", b"")
        if known == etag:
            return zlib.decompress(body)
        with override(language):
            body = b"".join(calendar(_about(page, request, title, asked), events(dates, request)))
        if keep:
            cache.set(kept, (etag, zlib.compress(body, 1)), A_DAY)
        return body

    return answer(request, dates, about, write, CONTENT_TYPE, f"{slugify(title) or 'kalender'}.ics")


def _about(page, request, title, asked):
    centre = Centre.for_request(request)
    url = absolute(page.get_url(request) or "/")
    return About(
        name=f"{centre.name}: {title}",
        description=page.summary,
        url=url,
        source=f"{url}{asked}",
        colour=centre.colour,
        colour_name=_nearest(centre.colour),
    )


@lru_cache(maxsize=8)
def _nearest(colour):
    """The name in CSS that comes next to a colour: RFC 7986 knows no others."""
    wanted = Color(colour)
    return min(name2val_map, key=lambda name: wanted.delta_e(Color(name), method="2000"))
