"""The notice for the door: a sheet of paper."""

import re

import pytest
from bs4 import BeautifulSoup

from pages.announcements.choices import Kind, Sentence
from pages.announcements.door import code
from tests.make.announcements import announcement, news
from tests.make.bricks import words
from tests.make.centre import centre
from tests.make.events import at

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def page(home):
    centre(name="Haus am Park", street="Parkweg 3", postal_code="12345", city="Berlin", phone="030 1")
    return announcement(
        news(home),
        "Heute zu",
        slug="zu",
        kind=Kind.CLOSURE,
        sentence=Sentence.CLOSED_TODAY,
        starts=at("2026-11-26 08:00"),
        ends=at("2026-11-27 00:00"),
    )


def read(client, address):
    return BeautifulSoup(client.get(address).content.decode(), "html.parser")


def test_it_says_what_when_where_and_where_more_is(client, page):
    sheet = read(client, "/de/aktuelles/zu/aushang/")

    said = words(sheet)
    assert sheet.h1.text == "Heute zu"
    for part in ("Geschlossen", "Donnerstag, 26. November 2026", "Parkweg 3", "12345 Berlin", "030 1"):
        assert part in said
    assert "testserver/de/aktuelles" in said
    assert "http://testserver/de/aktuelles/zu/" in sheet.select_one("[role=img]")["aria-label"]
    assert sheet.select_one("[role=img] svg path")


def test_it_speaks_each_language_from_its_own_side(client, page):
    english, arabic = (read(client, f"/{code}/aktuelles/zu/aushang/") for code in ("en", "ar"))

    assert (english.h1.text, english.h1.get("lang")) == ("The house is closed today", None)
    assert (arabic.html["lang"], arabic.html["dir"]) == ("ar", "rtl")
    assert "http://testserver/ar/aktuelles/zu/" in str(arabic.select_one("[role=img]"))


def test_what_is_not_for_paper_stands_apart_from_the_sheet(client, page):
    sheet = BeautifulSoup(client.get("/de/aktuelles/zu/aushang/").content, "html.parser")

    assert sheet.select_one("body > header > a")["href"] == "/de/aktuelles/zu/"


def test_no_search_engine_keeps_it(client, page):
    assert client.get("/de/aktuelles/zu/aushang/")["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("end", ["aushang", "aushang/mehr/", "aushang.pdf", "aushang/?x=1", "AUSHANG/"])
def test_other_ends_of_the_address_are_no_mistake_of_ours(client, page, end):
    assert client.get(f"/de/aktuelles/zu/{end}", follow=True).status_code in (200, 404)


def test_the_code_is_drawn_from_the_address_alone():
    here, there = code("https://haus.example/de/a/"), code("https://haus.example/de/b/")

    assert here != there
    assert here == code("https://haus.example/de/a/")
    assert re.fullmatch(r'<svg viewBox="0 0 \d+ \d+"><path [^<>]*/></svg>', here)
