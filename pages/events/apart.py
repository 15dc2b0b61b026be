"""What shows the dates elsewhere: a screen in the foyer, frames on pages of others, calendars of readers."""

from django.conf import settings
from django.shortcuts import render
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from pages.centre.models import Centre
from pages.events import listing
from pages.events.addresses import Part
from pages.events.asking import Wish
from pages.events.board import boards
from pages.events.naming import named

EVERY = 60
"""Seconds after which the screen asks anew."""

ON_THE_SCREEN, EMBEDDED = 40, 10
TODAY, LATER = 7, 4
"""Dates that fit on a screen of 1920 by 1080; how many more there are is said."""

FRAME = '<iframe src="{}" title="{}: {}" width="100%" height="720" loading="lazy" style="border:0"></iframe>'


def foyer(calendar, request):
    """Today's dates and those of the next day, in large type, for a screen that nobody touches.

    The header `Refresh` does what a meta element would do, and no script is needed. Who reads at a pace of
    their own has the same dates in the calendar, which never reloads (WCAG 2.2.1, 2.2.2).
    """
    now = timezone.now()
    found = boards(listing.open_dates(calendar), now, ON_THE_SCREEN)
    todays = next((board.first(TODAY) for board in found if board.is_today), None)
    later = next((board.first(LATER) for board in found if not board.is_today), None)
    told = {"page": calendar, "now": timezone.localtime(now), "today": todays, "later": later}
    response = _unlisted(render(request, "pages/events/foyer.html", told))
    response.headers["Refresh"], response.headers["Cache-Control"] = str(EVERY), "no-cache"
    this_minute = int(now.timestamp()) // EVERY * EVERY
    response.headers["X-Accel-Expires"] = f"@{this_minute + EVERY - 1}"  # it shows the time
    return response


def embedded(calendar, request):
    """The next dates for a frame on a page of others: the only page of the house that anybody may frame."""
    wish = Wish.of(request.GET)
    dates = listing.upcoming(wish.narrow(listing.open_dates(calendar)))
    told = {
        "page": calendar,
        "dates": listing.told(dates[:EMBEDDED]),
        "address": _address(calendar, "", wish),
        "wish": named(wish),
    }
    response = _unlisted(render(request, "pages/events/embedded.html", told))
    response.xframe_options_exempt = True
    response._csp_replace = {"frame-ancestors": ["*"]}
    return response


def subscribing(calendar, request):
    """How to show these dates elsewhere: a frame to copy, addresses for calendars and feed readers."""
    wish = Wish.of(request.GET)
    frame = _address(calendar, "einbetten/", wish, whole=True)
    feed = _address(calendar, "kalender.ics", wish, whole=True)
    told = {
        "page": calendar,
        "part": Part("abonnieren/", _("Subscribe and embed")),
        "same": wish.query,
        "wish": named(wish),
        "calendar": _address(calendar, "", wish),
        "frame": frame,
        "snippet": format_html(FRAME, frame, _("Next events"), Centre.for_request(request).name),
        "ics": feed,
        "webcal": f"webcal:{feed.partition(':')[2]}",
        "atom": _address(calendar, "feed.xml", wish, whole=True),
    }
    return _unlisted(render(request, "pages/events/subscribing.html", told))


def _address(calendar, outlet, wish, whole=False):
    """Of the calendar or an outlet of it, asking for the same; `whole` for use outside of this site."""
    start = f"{settings.SITE_URL if whole else ''}{calendar.url}{outlet}"
    return f"{start}?{wish.query}" if wish.chosen else start


def _unlisted(response):
    """Search engines are to find the calendar instead."""
    response.headers["X-Robots-Tag"] = "noindex"
    return response
