"""A page costs the same in every language, and no more because the house speaks many."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.make.centre import centre
from tests.make.every_fact import house
from tests.make.services import service

SIX = ("de-simple", "en", "tr", "ar", "uk")
KINDS = ("home", "service", "event", "calendar", "finder", "rooms", "room", "partner", "partners", "form")
MOST = 26
"""Aimed at are 25; the form of a request in tests asks for the site once more."""


@pytest.fixture
def made(home, own_files):
    made = house(home, timezone.localdate() + timedelta(days=9))
    service(made.finder, "Nähcafé", audiences=[made.old.things["audience"]])
    return made


def asked(client, page, code):
    """How often the database is asked for a page in a language, and its status."""
    group = type(page).objects.live().filter(translation_key=page.translation_key)
    own = group.filter(locale__language_code=code).first()
    where = own.url if own else f"/{code}/{page.url.removeprefix('/de/')}"
    client.get(where)  # what a process asks once
    with CaptureQueriesContext(connection) as queries:
        assert client.get(where).status_code == 200
    return len(queries)


def test_a_page_asks_as_often_in_the_sixth_language_as_in_the_first(client, made):
    for code in SIX:
        made.translate(code)

    counts = {
        kind: (asked(client, made.pages[kind], "de"), asked(client, made.pages[kind], "uk")) for kind in KINDS
    }

    assert {kind: both for kind, both in counts.items() if both[1] > both[0] + MORE.get(kind, 1)} == {}
    assert {kind: both for kind, both in counts.items() if max(both) > MOST} == {}


def test_a_page_that_is_not_translated_asks_as_often_as_the_original(client, made):
    counts = {
        kind: (asked(client, made.pages[kind], "de"), asked(client, made.pages[kind], "uk")) for kind in KINDS
    }

    assert {kind: both for kind, both in counts.items() if both[1] > both[0] + MORE.get(kind, 1)} == {}


def test_more_languages_ask_no_more(client, made):
    made.translate("ar")
    centre(languages=["ar"])
    few = {kind: asked(client, made.pages[kind], "ar") for kind in KINDS}

    for code in SIX:
        made.translate(code)
    centre(languages=list(SIX))
    many = {kind: asked(client, made.pages[kind], "ar") for kind in KINDS}

    assert {kind: (few[kind], many[kind]) for kind in KINDS if many[kind] > few[kind]} == {}


MORE = {}
