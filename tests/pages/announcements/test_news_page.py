"""The list of news: what holds now, what there was, what it is about."""

from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pages.announcements.choices import Kind, Sentence
from pages.topics.models import Topic
from tests.make.announcements import announcement
from tests.make.bricks import words
from tests.make.events import at, calendar, change, event
from tests.make.pictures import picture
from tests.make.translations import translated

LIST = "/de/aktuelles/"
pytestmark = pytest.mark.usefixtures("clock")


def read(client, address=LIST):
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content.decode(), "html.parser").main


def titles(client, address=LIST):
    return [each.text for each in read(client, address).select("h3 a")]


def test_what_holds_comes_before_what_is_new_and_says_what_it_is(client, aktuelles):
    announcement(aktuelles, "Bericht", first_published_at=at("2026-11-26 11:00"))
    announcement(aktuelles, "Probe", starts=at("2026-11-25 08:00"), ends=at("2026-11-28 08:00"))
    announcement(
        aktuelles, "Zu", kind=Kind.CLOSURE, starts=at("2026-11-20 08:00"), ends=at("2026-11-26 18:00")
    )

    page = read(client)

    assert [each.text for each in page.select("h3 a")] == ["Zu", "Probe", "Bericht"]
    assert "Geschlossen Zu Gilt bis heute, 18 Uhr" in words(page)
    assert "Bericht 26. November 2026" in words(page)
    assert "3 Meldungen" in words(page)


def test_what_is_over_stands_in_its_year_alone(client, aktuelles):
    announcement(aktuelles, "Vorbei", starts=at("2025-05-03 08:00"), ends=at("2025-05-04 08:00"))
    announcement(aktuelles, "Gilt", first_published_at=at("2026-01-01 00:30"))

    assert titles(client) == ["Gilt"]
    assert titles(client, f"{LIST}?jahr=2025") == ["Vorbei"]
    assert titles(client, f"{LIST}?jahr=2026") == ["Gilt"]
    archive = read(client).select("nav[aria-labelledby=archiv] a")
    assert [each.text for each in archive] == ["2026", "2025"]
    assert "Nicht mehr aktuell seit" in words(read(client, f"{LIST}?jahr=2025"))


def test_one_chooses_topics_and_takes_them_back(client, aktuelles):
    announcement(aktuelles, "Fest", topics=["feiern"])
    announcement(aktuelles, "Beet", topics=["garten", "feiern"])
    announcement(aktuelles, "Aufzug")

    page = read(client, f"{LIST}?thema=garten")

    assert [each.text for each in page.select("h3 a")] == ["Beet"]
    assert "1 Meldung" in words(page)
    assert page.select_one(f'.chips a[href="{LIST}#meldungen"]')
    assert sorted(titles(client, f"{LIST}?thema=garten&thema=feiern")) == ["Beet", "Fest"]
    assert [each["value"] for each in page.select("input[name=thema]")] == ["feiern", "garten"]


def test_a_long_list_goes_on_with_the_same_filters(client, aktuelles):
    for number in range(12):
        announcement(aktuelles, f"Nr. {number}", topics=["feiern"])

    first, second = (titles(client, f"{LIST}?thema=feiern&seite={number}") for number in (1, 2))

    assert (len(first), len(second), len({*first, *second})) == (10, 2, 12)
    assert read(client, f"{LIST}?thema=feiern").select_one('a[href="?thema=feiern&seite=2#meldungen"]')


def test_what_is_not_translated_is_listed_and_marked(client, aktuelles):
    announcement(aktuelles, "Eigene Worte")
    announcement(aktuelles, "Aufzug kaputt", sentence=Sentence.LIFT)
    translated(announcement(aktuelles, "Übersetzt"), "en", title="Translated")

    links = {each.text: each.get("lang") for each in read(client, "/en/aktuelles/").select("h3 a")}

    assert links == {"Eigene Worte": "de", "The lift is out of order": None, "Translated": None}


def test_other_languages_lead_to_the_same_choice(client, aktuelles):
    announcement(aktuelles, "Fest", topics=["feiern"], starts=at("2025-05-03 08:00"))

    html = client.get(f"{LIST}?jahr=2025&thema=feiern&unsinn=1").content.decode()

    assert "/en/aktuelles/?jahr=2025&amp;thema=feiern" in html


def test_where_nothing_is_new_it_says_so(client, aktuelles):
    assert "Im Moment gibt es nichts Neues." in words(read(client))


@pytest.mark.parametrize(
    "query",
    [
        *("jahr=9999999999999999999", "jahr=1999", "jahr=-1", "jahr=NaN", "jahr=2025&jahr=x"),
        *("seite=0", "seite=-1", "seite=1e308", "seite=99999", "seite=1&seite=2", "thema="),
        *("thema=gibtesnicht", f"thema={'x' * 5000}", "thema[]=a", "&&&=", "jahr=٢٠٢٦"),
    ],
)
def test_nonsense_in_an_address_was_not_asked_for(client, aktuelles, query):
    announcement(aktuelles, "Fest", topics=["feiern"])
    query = quote(query, safe="=&%")

    assert titles(client, f"{LIST}?{query}") == ["Fest"]
    assert client.get(f"{LIST}feed.xml?{query}").status_code == 200


@pytest.mark.parametrize("query", ["jahr=%00", "thema=%00", "thema=%ff"])
def test_what_is_no_text_is_refused(client, aktuelles, query):
    for address in (LIST, f"{LIST}feed.xml"):
        assert client.get(f"{address}?{query}").status_code == 400


def test_it_asks_as_often_for_many_as_for_few(client, home, aktuelles):
    programme = event(calendar(home), "Nähcafé")
    change(programme, "2026-12-03 18:15", is_cancelled=True)
    told = {"event": programme.translation_key, "date": at("2026-12-03 18:15")}

    def some(first):
        for number in range(first, first + 4):
            announcement(aktuelles, f"Nr. {number}", topics=[f"thema-{number}"], picture=picture())
            announcement(aktuelles, f"Aus {number}", sentence=Sentence.CANCELLED, **told)
            translated(announcement(aktuelles, f"En {number}"), "en")

    def asked(address):
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            said = client.get(address).content.decode()
        return len(queries), said

    some(0)
    few = {code: asked(f"/{code}/aktuelles/") for code in ("de", "en")}
    some(4)
    many = {code: asked(f"/{code}/aktuelles/") for code in ("de", "en")}

    assert "cancelled" in few["en"][1]
    assert {code: number for code, (number, _said) in many.items()} == {
        code: number for code, (number, _said) in few.items()
    }
    assert max(number for number, _said in many.values()) <= 25
    assert Topic.objects.count() == 8
