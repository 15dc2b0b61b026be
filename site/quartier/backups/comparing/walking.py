"""A reader who follows every link: all that she is given, at one moment."""

import re
from collections import deque
from contextlib import contextmanager
from html import unescape
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.test import Client
from django.utils import timezone

from pages.events.addresses import moment as moment_of
from pages.outlets import Outlets
from quartier.search.visible import visible_pages

BEGINNINGS = ["/", "/sitemap.xml", "/robots.txt", "/.well-known/security.txt"]
LINK = re.compile(r'\bhref="([^"]+)"')
NOT_WALKED = ("/admin/", "/static/", "/media/")
"""The editor's side, what comes with the code, and pictures that are made when asked for."""

READ = ("text/html", "application/xhtml")


def answers(moment, dates=False):
    """Each public address, with what is answered there as if it were this moment.

    Every published page in its language and its feeds and exports; from there all that is linked, so that
    pages are met in the frame of every language. Links with a question mark are other views of the same; so
    are single `dates` of an event, of which there are thousands.
    """
    with at(moment):
        waiting = deque([*BEGINNINGS, *_addresses()])
        seen = set(waiting)
        client = _reader()
        while waiting:
            address = waiting.popleft()
            response = client.get(address)
            body = b"".join(response) if response.streaming else response.content
            response.close()
            yield address, response, body
            for link in _links(address, response, body):
                if link not in seen and (dates or not _is_a_date(link)):
                    seen.add(link)
                    waiting.append(link)


@contextmanager
def at(moment):
    """Clocks stand still, so that what changes by itself is the same whenever it is looked at."""
    clock = timezone.now
    timezone.now = lambda: moment
    try:
        yield
    finally:
        timezone.now = clock


def _reader():
    here = urlsplit(settings.SITE_URL)
    reader = Client(raise_request_exception=False, SERVER_NAME=here.hostname, SERVER_PORT=_port(here))
    reader.defaults["wsgi.url_scheme"] = here.scheme
    return reader


def _port(here):
    return str(here.port or {"http": 80, "https": 443}[here.scheme])


def _addresses():
    for page in visible_pages().specific().order_by("path").iterator(chunk_size=100):
        parts = page.get_url_parts()
        if not (parts and parts[2]):
            continue
        yield parts[2]
        if isinstance(page, Outlets):
            yield from (f"{parts[2]}{name}" for name in page.outlets)


def _is_a_date(address):
    return any(map(moment_of, address.split("/")))


def _links(address, response, body):
    """Addresses on this site that a page leads to, without what asks for another view of it."""
    if location := response.headers.get("Location"):
        found = [location]
    elif response.headers.get("Content-Type", "").startswith(READ):
        found = map(unescape, LINK.findall(body.decode(errors="replace")))
    else:
        return
    host = urlsplit(settings.SITE_URL).netloc
    for link in found:
        parts = urlsplit(urljoin(f"{settings.SITE_URL}{address}", link))
        is_here = parts.netloc == host and parts.scheme in ("http", "https")
        if is_here and not parts.query and not parts.path.startswith(NOT_WALKED):
            yield parts.path or "/"
