"""From each page one comes to the same content in every language, with the same question."""

import re
from html import unescape
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.make import neighbourhood as make
from tests.make import secrets
from tests.make.centre import centre
from tests.make.languages import translated
from tests.make.pages import plain_page
from tests.make.street import house, tomorrow


def bar(html):
    """The addresses of the language bar, by language."""
    links = BeautifulSoup(html, "html.parser").select(".language-bar a")
    return {link["hreflang"]: link["href"] for link in links}


def read(client, address):
    return client.get(address).content.decode()


@pytest.fixture
def spoken(home):
    centre(languages=["en", "ar"])
    return home


def test_names_stand_in_themselves_with_their_direction(client, spoken):
    links = BeautifulSoup(read(client, "/de/"), "html.parser").select(".language-bar a")

    told = [(link.text, link["lang"], link["hreflang"], link["dir"]) for link in links]
    assert told == [
        ("Deutsch", "de", "de", "ltr"),
        ("English", "en", "en", "ltr"),
        ("العربية", "ar", "ar", "rtl"),
    ]


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("", ""),
        ("?ansicht=monat&datum=2026-06-01", "?ansicht=monat&datum=2026-06-01"),
        ("?kostenlos=1&stufenlos=1&seite=3", "?kostenlos=1&stufenlos=1"),
        ("?kostenlos=2&fuer=nichts&utm_source=x&ansicht=x&datum=morgen", ""),
        ("?x=" + "y" * 4000, ""),
    ],
)
def test_the_calendar_keeps_its_view_and_filters_and_no_nonsense(client, spoken, query, kept):
    calendar = make.calendar(spoken)

    assert bar(read(client, calendar.url + query)) == {
        code: f"/{code}/veranstaltungen/{kept}" for code in ("de", "en", "ar")
    }


def test_finder_rooms_partners_and_form_keep_what_was_asked(client, spoken):
    finder, rooms, partners = make.finder(spoken), make.rooms(spoken), make.partners(spoken)
    make.room_page(rooms, make.room(seats_rows=40), "Saal", slug="saal")
    service = make.service(finder, "Nähen", slug="naehen", audiences=[make.audience("kinder")])
    form = make.form(spoken, slug="frage")

    for address, kept in [
        (finder.url, "?fuer=kinder&tag=1"),
        (rooms.url, "?plaetze=20"),
        (partners.url, "?q=Caf%C3%A9&art=funder"),
        (form.url, f"?angebot={service.pk}"),
    ]:
        assert bar(read(client, f"{address}{kept}&unsinn=1"))["ar"] == address.replace("/de/", "/ar/") + kept


def test_a_date_and_what_stands_below_a_calendar_stay_themselves(client, spoken):
    calendar = make.calendar(spoken)
    event = make.event(
        calendar, "Fest", slug="fest", lines=[make.line(tomorrow(), frequency="weekly", count=3)]
    )
    there = translated(calendar, "ar", "مواعيد", slug="mawaid")
    date = event.occurrences.first().name

    assert bar(read(client, f"{event.url}{date}/"))["ar"].endswith(f"/fest/{date}/")
    assert (
        bar(read(client, f"{calendar.url}abonnieren/?kostenlos=1"))["ar"]
        == f"{there.url}abonnieren/?kostenlos=1"
    )
    assert (
        read(client, bar(read(client, f"{event.url}{date}/"))["ar"]).count('<html lang="ar" dir="rtl">') == 1
    )


def test_the_search_asks_for_the_same_words_in_the_search_of_the_other_language(client, spoken):
    assert bar(read(client, "/de/suche/?q=N%C3%A4hen&art=unsinn&seite=x")) == {
        "de": "/de/suche/?q=N%C3%A4hen",
        "en": "/en/search/?q=N%C3%A4hen",
        "ar": "/ar/bahth/?q=N%C3%A4hen",
    }


def test_a_language_that_is_off_is_searched_in_german(client, spoken):
    answer = client.get("/pl/szukaj/", {"q": "yoga"}, follow=True)

    assert answer.redirect_chain[-1][0] in ("/de/suche/?q=yoga", "/de/") or answer.status_code == 404


def test_an_address_that_leads_nowhere_speaks_its_language(client, spoken):
    html = read(client, "/ar/nichts/")

    assert '<html lang="ar" dir="rtl">' in html
    assert bar(html) == {"de": "/de/", "en": "/en/", "ar": "/ar/"}


def links_in_head(html):
    found = re.findall(r'<link rel="(?:canonical|alternate)"(?: hreflang="([\w-]+)")? href="(.+?)">', html)
    return [(language, unescape(url).removeprefix("http://testserver")) for language, url in found]


def test_an_original_in_the_frame_of_another_language_names_its_own_address_and_no_other(client, spoken):
    page = plain_page(spoken, "Besuch", slug="besuch")
    translated(page, "en", "Visit", slug="visit")

    assert links_in_head(read(client, "/ar/besuch/")) == [("", "/de/besuch/")]
    assert links_in_head(read(client, "/en/visit/")) == [
        ("", "/en/visit/"),
        ("de", "/de/besuch/"),
        ("en", "/en/visit/"),
        ("x-default", "/de/besuch/"),
    ]


def test_a_search_is_no_translation_of_the_home_page(client, spoken):
    assert links_in_head(read(client, "/de/suche/?q=x")) == [("", "/de/suche/")]


def test_the_site_map_names_translations_once_each_with_all_others(client, spoken):
    page = plain_page(spoken, "Besuch", slug="besuch")
    translated(page, "en", "Visit", slug="visit")
    translated(page, "de-simple", "Kommen Sie", slug="kommen")
    translated(page, "tr", "Ziyaret", slug="ziyaret")  # a language that is switched off
    centre(languages=["en", "ar", "de-simple"])

    entries = ElementTree.fromstring(read(client, "/sitemap.xml")).findall("{*}url")

    told = {
        entry.find("{*}loc").text: [link.get("hreflang") for link in entry.findall("{*}link")]
        for entry in entries
    }
    address = "http://testserver/{}/"
    assert told[address.format("de/besuch")] == told[address.format("en/visit")] == ["de", "en", "x-default"]
    assert told[address.format("de-simple/kommen")] == []
    assert not any("/ar/" in place or "/tr/" in place for place in told)


MOST = 26
"""Queries of one page; one of them is for the notices above it."""


@pytest.fixture
def asked(client):
    def asked(address):
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    return asked


def test_no_page_asks_more_in_another_language(home, own_files, asked):
    made = house(home, secrets.open_to_everybody)
    pages = {"home": home, "finder": made.finder, "calendar": made.calendar}
    pages |= {kind: made.told[kind] for kind in ("service", "event", "room", "partner", "post", "form")}

    counts = {
        name: {code: asked(page.url.replace("/de/", f"/{code}/", 1)) for code in ("de", "ar", "tr")}
        for name, page in pages.items()
    }

    assert {
        name: each
        for name, each in counts.items()
        if len(set(each.values())) > 1 or max(each.values()) > MOST
    } == {}
