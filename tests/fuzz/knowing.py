"""Learns a house by heart: its addresses, its forms, the names and values that its own links use."""

import re
from collections import deque
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup

from tests.fuzz.door import Request

ALWAYS = [
    *("/", "/robots.txt", "/sitemap.xml", "/favicon.ico", "/.well-known/security.txt", "/health/live"),
    *("/health/ready", "/metrics", "/abo/x/", "/hooks/bounces/x/", "/documents/1/x/", "/media/images/1.png"),
    *("/de/abo/ende/", "/de/abo/ja/x/", "/de/abo/x/", "/de/_util/login/", "/admin/", "/admin/login/"),
    "/static/css/site.css",
]
"""Addresses that no page leads to."""

LOCATION = re.compile(r"<loc>([^<]+)</loc>")


@dataclass
class Known:
    """What a stranger can find out about a house by reading it."""

    addresses: list[str] = field(default_factory=list)
    forms: list[tuple[str, str, list[tuple[str, str]]]] = field(default_factory=list)
    """Address, method, and the fields as the page has filled them in."""

    pairs: list[tuple[str, str]] = field(default_factory=list)
    """Names in queries, each with a value that a link or a form gives it."""


def learn(door, starts=("/sitemap.xml",), most=1500):
    """Walk through all links from here on. Each address is opened once, with its first query."""
    waiting, seen, known = deque([*starts, *ALWAYS]), set(), Known()
    pairs, forms = {}, {}
    while waiting and len(seen) < most:
        path, query = _parts(waiting.popleft())
        if path in seen:
            continue
        seen.add(path)
        answer = door.knock(Request(path, query))
        if path not in ALWAYS and answer.status >= 400:
            continue
        known.addresses.append(path)
        for href in _links(answer):
            here = _here(door, path, href)
            if here is not None:
                pairs |= dict.fromkeys(parse_qsl(urlsplit(here).query))
                waiting.append(here)
        for action, method, fields in _forms(answer):
            here = _here(door, path, action)
            if here is not None:
                forms.setdefault((_parts(here)[0], method, tuple(name for name, _value in fields)), fields)
                pairs |= dict.fromkeys(fields)
    known.pairs = list(pairs)
    known.forms = [(path, method, fields) for (path, method, _names), fields in forms.items()]
    return known


def _parts(address):
    found = urlsplit(address)
    return found.path or "/", found.query


def _here(door, path, href):
    """The address on this site that a link leads to; None for all others."""
    try:
        found = urlsplit(urljoin(f"http://{door.host}{path}", urldefrag(href)[0]))
    except ValueError:
        return None
    if found.scheme not in ("http", "https") or found.netloc != door.host:
        return None
    return f"{found.path}?{found.query}" if found.query else found.path


def _links(answer):
    kind = answer.headers.get("content-type", "")
    if answer.status in (301, 302) and "location" in answer.headers:
        yield answer.headers["location"]
    if kind.startswith("text/html"):
        page = BeautifulSoup(answer.text, "html.parser")
        yield from (tag["href"] for tag in page.find_all(["a", "link"], href=True))
        yield from (tag["src"] for tag in page.find_all(["img", "script"], src=True)[:2])
    elif "xml" in kind:
        yield from map(unescape, LOCATION.findall(answer.text))


def _forms(answer):
    if not answer.headers.get("content-type", "").startswith("text/html"):
        return
    for form in BeautifulSoup(answer.text, "html.parser").find_all("form"):
        fields = [(tag["name"], value) for tag in form.select("[name]") for value in _values(tag)]
        yield form.get("action", ""), form.get("method", "get").upper(), fields


def _values(tag):
    if tag.name == "select":
        return [option.get("value", option.text) for option in tag.find_all("option")][:3]
    return [tag.get("value", "") if tag.name != "textarea" else tag.text]
