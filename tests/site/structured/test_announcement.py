"""What machines are told of an announcement."""

import json

import pytest
import time_machine
from bs4 import BeautifulSoup

from pages.announcements.choices import Sentence
from tests.make.announcements import announcement, news
from tests.make.events import at, calendar, event


@pytest.fixture(autouse=True)
def _in_november():
    with time_machine.travel("2026-11-26 12:00+01:00", tick=False):
        yield


def told(client, address):
    page = BeautifulSoup(client.get(address).content.decode(), "html.parser")
    graph = json.loads(page.select_one('script[type="application/ld+json"]').string)["@graph"]
    return next(each for each in graph if each["@type"] == "NewsArticle")


def test_machines_know_since_when_and_until_when_it_holds(client, home):
    page = announcement(news(home), starts=at("2026-11-26 08:00"), ends=at("2026-11-26 18:00"))

    said = told(client, page.url)

    assert said["headline"] == "Wasserrohrbruch"
    assert said["datePublished"] == "2026-11-26T08:00:00+01:00"
    assert said["expires"] == "2026-11-26T18:00:00+01:00"
    assert said["publisher"] == {"@id": "http://testserver/#centre"}
    assert "dateModified" not in said


def test_a_headline_tells_its_language_unless_it_is_the_readers(client, home):
    aktuelles = news(home)
    announcement(aktuelles, slug="eigen")
    announcement(aktuelles, "Aufzug", slug="aufzug", sentence=Sentence.LIFT)

    own, standard = (told(client, f"/en/aktuelles/{slug}/")["headline"] for slug in ("eigen", "aufzug"))

    assert own == {"@value": "Wasserrohrbruch", "@language": "de"}
    assert standard == "The lift is out of order"


def test_what_tells_of_a_date_leads_to_it(client, home):
    sewing = event(calendar(home), "Nähcafé", slug="naehcafe")
    page = announcement(news(home), event=sewing.translation_key, date=at("2026-12-03 18:15"))

    about = told(client, page.url)["about"]

    assert about == {"@id": "http://testserver/de/veranstaltungen/naehcafe/2026-12-03-1815/#event"}
