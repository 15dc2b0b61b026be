"""Addresses as they must stand in a mail: complete, since nothing stands around it."""

import re
from html import unescape

from django.conf import settings
from django.utils.html import escape

UNSEEN = re.compile(r"^[\0- ]+")
HREF = re.compile(r'(<a\b[^>]*\shref=")([^"]*)(")')


def complete(address: str, around: str = "") -> str:
    """Of this site, else as it is. `around` is the page that a mere fragment or question belongs to."""
    address = UNSEEN.sub("", address)
    if address.startswith(("#", "?")):
        return f"{around}{address}"
    if address.startswith("/") and not address.startswith(("//", "/\\")):
        return f"{settings.SITE_URL}{address}"
    return address


def completed(html: str, around: str = "") -> str:
    """The same in clean HTML."""
    return HREF.sub(lambda link: f"{link[1]}{escape(complete(unescape(link[2]), around))}{link[3]}", html)
