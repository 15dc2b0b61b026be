"""The request that is being answered right now, known by a number that people can tell on the phone."""

import re
import secrets
from contextvars import ContextVar
from dataclasses import dataclass

WELL_FORMED = re.compile(r"[0-9a-f]{8}[0-9a-f-]{0,28}")
"""Hexadecimal, as nginx and others make it: no word fits in."""

now: ContextVar["Asked | None"] = ContextVar("asked", default=None)


@dataclass
class Asked:
    """`request` is Django's, as soon as Django has been asked at all."""

    number: str
    request: object = None

    @property
    def user(self):
        """The key of the one who is logged in, if somebody has looked already. Asks nobody."""
        return getattr(getattr(self.request, "_cached_user", None), "pk", None)

    @property
    def route(self):
        """The pattern of the address, without what was filled in; empty where Django was not asked."""
        match = getattr(self.request, "resolver_match", None)
        return match.route if match else ""

    @property
    def view(self):
        match = getattr(self.request, "resolver_match", None)
        return (match.url_name or "") if match else ""


def number_of(environ, is_trusted):
    """The number that a trusted web server in front has given, else a new one."""
    given = environ.get("HTTP_X_REQUEST_ID", "") if is_trusted else ""
    return given if WELL_FORMED.fullmatch(given) else secrets.token_hex(6)


def number():
    """Of the request that is being answered; empty where there is none."""
    asked = now.get()
    return asked.number if asked else ""
