"""What stored texts link to, where Wagtail keeps no note of it: typed addresses, and pages since deleted."""

import json
from html import unescape
from io import BytesIO
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.db.models import TextField
from django.db.models.functions import Cast
from django.http import Http404
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override
from wagtail.contrib.redirects.models import Redirect
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, Site, get_page_models

from blocks.page_links import linked_pages
from blocks.prose import ADDRESS
from quartier import views
from quartier.context import House
from quartier.languages.ways import way

TYPED, CHOSEN = "address", "page"
"""What a link that is a brick calls the two ways to say where it leads (blocks/links.py)."""


def typed_faults(readable, patience):
    """The page and the address of each that leads nowhere, of the pages in `readable`."""
    hosts = {*settings.ALLOWED_HOSTS, urlsplit(settings.SITE_URL).hostname}
    hosts |= set(Site.objects.values_list("hostname", flat=True))
    known = {}
    for page, text in patience.each(_texts(readable)):
        for address in addresses(text):
            path = inside(address, hosts)
            if path and not known.setdefault(path, leads_somewhere(path)):
                yield page, address


def pages_to_the_deleted(readable, patience):
    """The pages of those in `readable` that still link to one that is gone: Wagtail forgets that at once."""
    there = set(Page.objects.values_list("pk", flat=True))
    for page, text in patience.each(_texts(readable)):
        if not chosen_in(text) <= there:
            yield page


def chosen_in(stored) -> set[int]:
    """The keys of all pages that running texts and links in stored content lead to."""
    found = set()
    for name, value in _leaves(_parsed(stored)):
        if isinstance(value, str):
            found |= linked_pages(value)
        elif name == CHOSEN and isinstance(value, int) and not isinstance(value, bool):
            found.add(value)
    return found


def _texts(readable):
    """Key and stored body of each page; one query for each field of a kind of page."""
    for model in get_page_models():
        for field in model._meta.get_fields():
            if isinstance(field, StreamField | RichTextField):
                told = model.objects.live().annotate(stored=Cast(field.name, TextField()))
                for key, stored in told.values_list("pk", "stored").iterator():
                    if key in readable and stored:
                        yield key, stored


def addresses(stored):
    """All that are typed in stored content, each once."""
    found = []
    for name, value in _leaves(_parsed(stored)):
        if isinstance(value, str):
            found += [value.strip()] if name == TYPED else []
            found += map(unescape, ADDRESS.findall(value))
    return list(dict.fromkeys(found))


def _parsed(stored):
    """A body; a running text by itself is no JSON."""
    try:
        return json.loads(stored)
    except ValueError:
        return stored


def _leaves(data, name=""):
    """Whatever is not made of other things, with what it is called."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _leaves(value, key)
    elif isinstance(data, list):
        for value in data:
            yield from _leaves(value, name)
    else:
        yield name, data


def inside(address, hosts):
    """The path, if an address leads to this site; empty for all others."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return ""
    if host:
        return _path(parts.path or "/") if parts.scheme in ("http", "https", "") and host in hosts else ""
    return _path(parts.path) if not parts.scheme and parts.path.startswith("/") else ""


def leads_somewhere(path):
    """Whether a stranger who follows it finds a page or anything else, by whatever way."""
    code = get_language_from_path(path)
    if not code and _resolves(path):
        return True
    with override(code or settings.LANGUAGE_CODE):
        path = path if code else f"/{settings.LANGUAGE_CODE}{path}"
        return _resolves(path) or (not path.endswith("/") and _resolves(f"{path}/")) or _is_led_on(path)


def _resolves(path):
    try:
        found = resolve(path)
    except Resolver404:
        return False
    if found.func is not views.page:
        return True
    house = House.of(_request(path))
    names = [name for name in found.args[0].split("/") if name] if found.args else []
    try:
        return bool(house.roots and way(house, names))
    except Http404:
        return False


def _request(path):
    where = urlsplit(settings.SITE_URL)
    return WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path.encode().decode("latin-1"),
            "SERVER_NAME": where.hostname or "localhost",
            "SERVER_PORT": str(where.port or 443),
            "wsgi.url_scheme": where.scheme or "https",
            "wsgi.input": BytesIO(),
        }
    )


def _is_led_on(path):
    return Redirect.objects.filter(old_path=Redirect.normalise_path(path)).exists()


def _path(typed):
    """As the database can be asked for it: PostgreSQL takes no NUL, and no page has one."""
    return unquote(typed).replace("\0", "\N{REPLACEMENT CHARACTER}")
