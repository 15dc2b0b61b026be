"""The notice on the door: a sheet of paper that says it in large letters, with a code that leads here."""

import segno
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import mark_safe

from pages.announcements.spoken import on_paper
from pages.centre.models import Centre
from pages.feeds.names import absolute
from pages.wording import plain

LONG, VERY_LONG = 40, 100
"""Letters of a title that no longer fit in the largest type, or only in a small one."""


def notice(page, request):
    """One page of paper, in the language in which it was asked for."""
    facts, now = page.original, timezone.now()
    address = absolute(page.get_url(request) or "/")
    title = plain(page.headline)
    told = {
        "page": page,
        "title": title,
        "size": "longest" if len(title) > VERY_LONG else "long" if len(title) > LONG else "short",
        "centre": Centre.for_request(request),
        "validity": on_paper(facts.told_since, facts.ends, now),
        "address": address,
        "short": _short(address),
        "code": code(address),
    }
    response = render(request, "pages/announcements/door_notice.html", told)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _short(address) -> str:
    """What one can still type: the list of news, on which it stands at the top."""
    return address.partition("://")[2].rstrip("/").rpartition("/")[0]


def code(address) -> str:
    """A QR code as SVG, readable even where a quarter of it is dirty."""
    drawn = segno.make(address, error="q", micro=False)
    return mark_safe(drawn.svg_inline(omitsize=True, border=4, svgclass=None, lineclass=None))  # noqa: S308 (lines only)
