import re

import pytest
from bs4 import BeautifulSoup

from tests.make.bricks import words
from tests.make.centre import centre
from tests.make.events import calendar, event
from tests.make.services import audience

HOW = "/de/veranstaltungen/abonnieren/"


@pytest.fixture
def events(home):
    centre(name='Haus "am" <Park>')
    return calendar(home)


@pytest.fixture
def how(client, events):
    return lambda query="": BeautifulSoup(client.get(HOW + query).content, "html.parser")


def given(page, label):
    """What stands in the field with this label."""
    field = page.find(id=page.find("label", string=label)["for"])
    return field.text if field.name == "textarea" else field["value"]


def test_it_gives_the_addresses_of_calendar_and_feed(how):
    site = "http://testserver/de/veranstaltungen/"

    assert given(how(), "Adresse des Kalenders") == f"{site}kalender.ics"
    assert given(how(), "Adresse des Feeds") == f"{site}feed.xml"
    assert how().find("a", href="webcal://testserver/de/veranstaltungen/kalender.ics")
    assert "liefern alle Veranstaltungen" in words(how())


def test_what_is_chosen_in_the_calendar_is_chosen_here(how):
    audience("kinder")

    chosen = how("?fuer=kinder&kostenlos=1&unsinn=1")

    query = "?fuer=kinder&kostenlos=1"
    assert given(chosen, "Adresse des Kalenders").endswith(f"kalender.ics{query}")
    assert given(chosen, "Adresse des Feeds").endswith(f"feed.xml{query}")
    assert chosen.find("a", href=f"/de/veranstaltungen/{query}")
    assert [name.text for name in chosen.select("main strong")] == ["Kinder", "kostenlos"]


def test_the_calendar_leads_here_and_keeps_what_is_chosen(client, events):
    page = BeautifulSoup(client.get("/de/veranstaltungen/?kostenlos=1").content, "html.parser")

    assert page.find("a", href=f"{HOW}?kostenlos=1").text == "Abonnieren und einbetten"


def test_the_text_to_copy_is_a_frame_that_works_as_it_is(client, how, events):
    audience("kinder")
    event(events, "Trommeln", audiences=["kinder"])

    pasted = BeautifulSoup(given(how("?fuer=kinder&kostenlos=1"), "Text zum Kopieren"), "html.parser").iframe

    assert pasted["title"] == 'Nächste Veranstaltungen: Haus "am" <Park>'
    assert pasted["src"] == "http://testserver/de/veranstaltungen/einbetten/?fuer=kinder&kostenlos=1"
    assert client.get(pasted["src"].removeprefix("http://testserver")).status_code == 200


def test_each_field_to_copy_from_has_a_label_and_can_not_be_changed(how):
    page = how()

    fields = page.main.select("input, textarea")
    assert len(fields) == 3
    for field in fields:
        assert field.has_attr("readonly")
        assert page.find("label", attrs={"for": field["id"]})


def test_it_says_how_in_plain_words_and_sends_nobody_elsewhere(how):
    told = how().main

    assert {"iPhone und Mac", "Outlook"} <= {each.text for each in told.find_all("dt")}
    elsewhere = [link["href"] for link in told.find_all("a", href=re.compile("^https?:"))]
    assert [address for address in elsewhere if not address.startswith("http://testserver/")] == []


def test_search_engines_leave_it_out(client, how, events):
    assert client.get(HOW)["X-Robots-Tag"] == "noindex"


def test_it_asks_little(client, events, django_assert_max_num_queries):
    client.get(HOW)

    with django_assert_max_num_queries(25):
        client.get(f"{HOW}?fuer=kinder&thema=kultur&ort=1&partner=1")
