"""Whoever types a number that is far too long into an address of the desk is told that there is nothing."""

import re

import pytest
from django.urls import URLPattern, get_resolver

OURS = ("pages.", "quartier.")
TOO_LONG = "9" * 20
ELSE = {"int": TOO_LONG, "uuid": "0" * 8 + "-0000-4000-8000-" + "0" * 12, "str": "de", "slug": "de"}


def addresses():
    """All addresses of the desk that are ours and name something by its number."""
    found = []
    _walk(next(each for each in get_resolver().url_patterns if str(each.pattern) == "admin/"), "/", found)
    return [address for address in found if TOO_LONG in address]


def _walk(part, before, found):
    here = before + str(part.pattern).lstrip("^")
    if not isinstance(part, URLPattern):
        for each in part.url_patterns:
            _walk(each, here, found)
    elif (part.callback.__module__ or "").startswith(OURS):
        found.append(re.sub(r"<(\w+):\w+>", lambda kind: ELSE[kind[1]], here))


@pytest.mark.parametrize("address", addresses())
def test_a_number_without_end_is_nobodys(admin_client, home, address):
    for ask in (admin_client.get, admin_client.post):
        answer = ask(address)

        assert answer.status_code in (302, 403, 404, 405), address
