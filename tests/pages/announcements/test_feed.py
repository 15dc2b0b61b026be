"""What news readers are told."""

from xml.etree import ElementTree

import pytest

from pages.announcements.choices import Kind, Sentence
from tests.make.announcements import announcement
from tests.make.events import at
from tests.make.translations import published

FEED = "/de/aktuelles/feed.xml"
ATOM = "{http://www.w3.org/2005/Atom}"
pytestmark = pytest.mark.usefixtures("clock")


def entries(client, address=FEED):
    return ElementTree.fromstring(client.get(address).content).findall(f"{ATOM}entry")


def said(entry, name):
    return entry.find(f"{ATOM}{name}").text


def titles(client, address=FEED):
    return [said(entry, "title") for entry in entries(client, address)]


def test_the_newest_comes_first_with_all_one_needs(client, aktuelles):
    announcement(aktuelles, "Alt", starts=at("2026-11-01 08:00"), ends=at("2026-11-02 08:00"))
    announcement(
        aktuelles,
        "Zu",
        kind=Kind.CLOSURE,
        starts=at("2026-11-26 08:00"),
        ends=at("2026-11-26 18:00"),
        summary="Wasser & <Schlamm>",
        slug="zu",
    )

    new, old = entries(client)

    assert (said(new, "title"), said(old, "title")) == ("Zu", "Alt")
    assert said(new, "summary").startswith("<p>Geschlossen</p><p>Gilt bis ")
    assert ">Donnerstag, 26. November 2026, 18 Uhr<" in said(new, "summary")
    assert "<p>Wasser &amp; &lt;Schlamm&gt;</p>" in said(new, "summary")
    assert said(new, "published") == "2026-11-26T07:00:00+00:00"
    assert new.find(f"{ATOM}link").get("href") == "http://testserver/de/aktuelles/zu/"


def test_it_gives_only_the_topic_that_was_asked_for(client, aktuelles):
    announcement(aktuelles, "Fest", topics=["feiern"])
    announcement(aktuelles, "Beet", topics=["garten"])

    assert titles(client, f"{FEED}?thema=garten") == ["Beet"]


def test_a_title_in_another_language_says_so(client, aktuelles):
    announcement(aktuelles, "Eigene Worte")
    announcement(aktuelles, "Aufzug", sentence=Sentence.LIFT)

    found = {
        said(each, "title"): each.find(f"{ATOM}title") for each in entries(client, "/en/aktuelles/feed.xml")
    }

    language = "{http://www.w3.org/XML/1998/namespace}lang"
    assert {title: each.get(language) for title, each in found.items()} == {
        "Eigene Worte": "de",
        "The lift is out of order": None,
    }


def test_an_entry_keeps_its_name_in_every_language(client, aktuelles):
    announcement(aktuelles)

    names = {
        said(each, "id") for code in ("de", "en") for each in entries(client, f"/{code}/aktuelles/feed.xml")
    }

    assert len(names) == 1


def test_who_has_it_already_gets_nothing_until_something_changes(client, aktuelles, clock):
    page = announcement(aktuelles)
    first = client.get(FEED)
    again = client.get(FEED, headers={"If-None-Match": first["ETag"]})
    published(page, title="Nachricht")
    changed = client.get(FEED, headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert changed.status_code == 200


def test_the_list_of_news_leads_to_it_with_the_same_topic(client, aktuelles):
    announcement(aktuelles, topics=["garten"])

    html = client.get("/de/aktuelles/?thema=garten").content.decode()

    assert '<link rel="alternate" type="application/atom+xml"' in html
    assert "/de/aktuelles/feed.xml?thema=garten" in html


def test_nobody_writes_to_it(client, aktuelles):
    assert client.post(FEED).status_code in (403, 405)
