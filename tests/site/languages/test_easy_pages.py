"""What readers of Leichte Sprache get: of every page at least its facts."""

import json
from datetime import time
from decimal import Decimal

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from wagtail.models import PageViewRestriction

from pages.standard.models import Purpose
from pages.values.models import ValuesPage
from tests.make.centre import centre
from tests.make.easy import explained, in_easy
from tests.make.events import calendar, change, event, line
from tests.make.pages import plain_page
from tests.make.people import person
from tests.make.places import place, room, room_index, room_page
from tests.make.services import finder, in_english, service
from tests.make.volunteering import post

HARD = [("text", "<p>Dies ist ein außerordentlich schwieriger Text.</p>")]
NOT_YET = "Diesen Text gibt es noch nicht in Leichter Sprache."


@pytest.fixture(autouse=True)
def _in_november():
    with time_machine.travel("2026-11-25 12:00+01:00", tick=False):
        yield


@pytest.fixture
def read(client):
    """The page at an address, as a tree of elements."""
    return lambda address: BeautifulSoup(client.get(address).content, "html.parser")


def words(element):
    return " ".join(element.get_text(" ").replace("\N{NO-BREAK SPACE}", " ").split())


def facts(soup):
    """What stands in the box below each question, line by line, in order."""
    return {words(line.dt): _lines(line.dd) for line in soup.select(".glance__line")}


def _lines(answer):
    return [words(each) for each in answer.select("p, li")]


@pytest.fixture
def hall():
    return room(
        "Saal",
        place("Haus am Park", way="Mit dem Bus 17."),
        floor=0,
        steps=0,
        door_width=95,
        lift="no",
        equipment="Bühne (breit, hoch), Klavier",
    )


def test_a_service_without_a_version_tells_its_facts_in_leichte_sprache(home, read, hall):
    service(
        finder(home),
        slug="naehcafe",
        times=[(1, "15:00", "18:00", "Nicht im August"), (3, "15:00", "18:00", "Nicht im August")],
        summary="Ein außerordentlich langer Satz.",
        body=HARD,
        audiences=["kinder", "familien"],
        room=hall,
        cost="fixed",
        price=Decimal(5),
        reduced_price=Decimal(0),
        contact=person("Kim Weber"),
        languages=["de", "tr"],
    )

    soup = read("/de-simple/angebote/naehcafe/")

    told = facts(soup)
    assert NOT_YET in words(soup.main)
    assert "außerordentlich" not in words(soup.main)
    assert list(told)[:6] == [
        "Wann?",
        "Wo?",
        "Was kostet es?",
        "Für wen?",
        "Wie komme ich hin?",
        "Wie komme ich hinein?",
    ]
    assert told["Wann?"] == ["Montag und Mittwoch: von 15 Uhr bis 18 Uhr", "Nicht im August"]
    assert told["Wo?"] == ["Saal", "Erd-Geschoss", "Haus am Park", "Parkweg 3", "12345 Berlin"]
    assert told["Was kostet es?"][0].startswith("Sie zahlen jedes Mal 5")
    assert told["Was kostet es?"][1] == "Haben Sie wenig Geld? Das kostet kein Geld."
    assert told["Für wen?"] == ["Kinder", "Familien"]
    assert told["Wie komme ich hin?"] == ["Mit dem Bus 17."]
    assert "Es gibt keine Stufen. Die schmalste Tür ist 95 Zentimeter breit." in told["Wie komme ich hinein?"]
    assert "Kim Weber" in " ".join(told["Wer hilft mir?"])
    assert told["Sprachen"] == ["Deutsch", "Türkisch"]
    assert soup.h1["lang"] == "de"


@pytest.mark.parametrize(
    ("cost", "said"),
    [
        ({"cost": "free"}, ["Das kostet kein Geld."]),
        ({"cost": "donation"}, ["Das kostet kein Geld.", "Sie können etwas spenden."]),
        ({"cost": "on-request"}, ["Fragen Sie uns nach dem Preis."]),
        ({"cost": "fixed", "price": None}, ["Fragen Sie uns nach dem Preis."]),
        ({"cost": "fixed", "price": Decimal(0)}, ["Das kostet kein Geld."]),
    ],
)
def test_what_is_not_paid_is_said_in_a_sentence(home, read, cost, said):
    service(finder(home), slug="naehcafe", **cost)

    assert facts(read("/de-simple/angebote/naehcafe/"))["Was kostet es?"] == said


def test_a_cancelled_date_of_an_event_is_told_without_a_version(home, read, hall):
    made = event(
        calendar(home),
        slug="naehcafe",
        lines=[line(frequency="weekly")],
        room=hall,
        body=HARD,
        doors=time(18, 0),
    )
    change(made, "2026-12-03 18:15", is_cancelled=True, reason="illness")

    soup = read("/de-simple/veranstaltungen/naehcafe/")
    date = read("/de-simple/veranstaltungen/naehcafe/2026-12-03-1815/")

    assert NOT_YET in words(soup.main)
    assert "außerordentlich" not in words(soup.main)
    assert facts(soup)["Wann?"][0].endswith("Jeden Donnerstag, von 18:15 Uhr bis 20 Uhr")
    assert "fällt aus" in words(soup.select_one(".state"))
    assert "Krankheit" in words(soup.select_one(".state"))
    assert "Fällt aus" in words(date.select_one(".state"))
    assert NOT_YET in words(date.main)


def test_a_version_has_its_own_text_and_the_same_facts(home, read, hall):
    made = service(finder(home), slug="naehcafe", room=hall, body=HARD, cost="donation")
    in_easy(made, title="Näh-Café", summary="Hier nähen Sie. Wir helfen.", body=[("text", "<p>Ja. Gut.</p>")])

    soup = read("/de-simple/angebote/naehcafe/")

    assert NOT_YET not in words(soup.main)
    assert str(soup.select_one(".lead")) == '<p class="lead">Hier nähen Sie. <br/>Wir helfen.</p>'
    assert '<p dir="auto">Ja. <br/>Gut.</p>' in str(soup.select_one(".prose"))
    assert facts(soup)["Was kostet es?"] == ["Das kostet kein Geld.", "Sie können etwas spenden."]


def test_there_is_a_way_to_the_version_and_back_beside_the_title(home, read):
    made = service(finder(home), slug="naehcafe")
    assert read("/de/angebote/naehcafe/").select_one(".easy-way") is None
    in_easy(made)

    there = read("/de/angebote/naehcafe/").select_one(".easy-way a")
    back = read("/de-simple/angebote/naehcafe/").select_one(".easy-way a")

    assert (words(there), there["href"]) == ("Leichte Sprache", "/de-simple/angebote/naehcafe/")
    assert (words(back), back["href"]) == ("Den Text in Alltags-Sprache lesen", "/de/angebote/naehcafe/")


def test_a_page_without_a_version_leads_to_the_nearest_one_above_and_to_its_own_text(home, read):
    above = plain_page(home, "Beratung", slug="beratung")
    between = plain_page(above, "Schulden", slug="schulden")
    plain_page(between, "Insolvenz", slug="insolvenz", body=HARD)
    in_easy(above, title="Wir helfen Ihnen", slug="hilfe")

    links = read("/de-simple/beratung/schulden/insolvenz/").select(".easy-notice a")

    assert [(words(link), link["href"]) for link in links] == [
        ("Wir helfen Ihnen", "/de-simple/hilfe/"),
        ("Den Text in Alltags-Sprache lesen", "/de/beratung/schulden/insolvenz/"),
    ]


def test_a_page_above_that_is_closed_or_a_draft_is_not_named(home, read):
    above = plain_page(home, "Beratung", slug="beratung")
    plain_page(above, "Schulden", slug="schulden")
    version = in_easy(above, title="Geheim")
    version.unpublish()
    drafts = words(read("/de-simple/beratung/schulden/").main)
    version.save_revision().publish()
    PageViewRestriction.objects.create(page=version, restriction_type="login")

    closed = read("/de-simple/beratung/schulden/")

    assert NOT_YET in drafts
    assert "Geheim" not in drafts + words(closed)


@pytest.mark.parametrize("kind", ["values", "room", "post", "calendar", "finder"])
def test_no_kind_of_page_tells_its_long_german_text(home, read, hall, kind):
    made = {
        "values": lambda: home.add_child(instance=ValuesPage(title="Werte", introduction=HARD)),
        "room": lambda: room_page(room_index(home), hall, body=HARD),
        "post": lambda: post(home, skills="Außerordentlich viel", body=HARD),
        "calendar": lambda: calendar(home, body=HARD, summary="Außerordentlich"),
        "finder": lambda: finder(home, body=HARD, summary="Außerordentlich"),
    }[kind]()

    told = words(read(made.url.replace("/de/", "/de-simple/")).main)

    assert NOT_YET in told
    assert "ußerordentlich" not in told


def test_a_room_tells_each_thing_in_a_line(home, read, hall):
    room_page(room_index(home), hall)

    told = facts(read("/de-simple/raeume/saal/"))

    assert told["In welchem Stock?"] == ["Erd-Geschoss"]
    assert told["Was gibt es im Raum?"] == ["Bühne (breit, hoch)", "Klavier"]


def test_words_of_the_glossary_are_explained_on_the_page(home, read):
    explained("Rampe", "Ein Weg ohne Stufen.")
    text = [("text", "<p>Es gibt eine Rampe. Kommen Sie.</p>")]
    in_easy(plain_page(home, "Haus", slug="haus", body=text), body=text)

    easy, german = read("/de-simple/haus/"), read("/de/haus/")

    assert words(easy.select_one(".prose .explained")) == "Rampe : Ein Weg ohne Stufen."
    assert german.select_one(".explained") is None


def test_only_leichte_sprache_carries_its_rules(home, client):
    in_easy(plain_page(home, "Haus", slug="haus"))

    assert "hyphens: none" in client.get("/de-simple/haus/").content.decode()
    assert "hyphens: none" not in client.get("/de/haus/").content.decode()


def test_a_page_explained_in_leichte_sprache_is_read_as_such_in_its_frame(home, read):
    page = plain_page(home, "Leichte Sprache", slug="leicht", purpose=Purpose.EASY_LANGUAGE)
    page.body = [("text", "<p>Das Haus ist offen. Kommen Sie.</p>")]
    page.save_revision().publish()

    german, easy = read("/de/leicht/"), read("/de-simple/leicht/")

    assert german.select_one(".easy-way a")["href"] == "/de-simple/leicht/"
    assert NOT_YET not in words(easy.main)
    assert "Das Haus ist offen. <br/>Kommen Sie." in str(easy.select_one(".prose"))


def test_machines_are_told_the_facts_too(home, client):
    made = event(calendar(home), slug="naehcafe", lines=[line(frequency="weekly", count=3)], body=HARD)
    change(made, "2026-12-03 18:15", is_cancelled=True)
    in_easy(made, title="Näh-Café")

    html = client.get("/de-simple/veranstaltungen/naehcafe/2026-12-03-1815/").content.decode()
    data = json.loads(BeautifulSoup(html, "html.parser").select_one('[type="application/ld+json"]').string)
    feed = client.get("/de-simple/veranstaltungen/kalender.ics").content.decode()

    told = next(each for each in data["@graph"] if each["@type"] == "Event")
    assert (told["name"], told["eventStatus"]) == ("Näh-Café", "https://schema.org/EventCancelled")
    assert "SUMMARY:Fällt aus: Näh-Café" in feed
    assert "Jeden Donnerstag" in feed.replace("\r\n ", "")


@pytest.mark.parametrize("query", ["?a=%00", "?termine=%00", "?" + "x" * 3000, "?seite=1&seite=2"])
def test_bad_questions_get_an_answer(home, client, query):
    event(calendar(home), slug="naehcafe")

    assert client.get(f"/de-simple/veranstaltungen/naehcafe/{query}").status_code in (200, 400, 404)


def test_leichte_sprache_costs_two_questions_more_at_most(home, client):
    centre(phone="030 1")
    pages = finder(home)
    made = service(pages, slug="naehcafe", body=HARD)
    in_easy(made, body=HARD)
    in_english(made)
    for number in range(5):
        explained(f"Wort{number}", "Ein Wort.")

    asked = {}
    for code in ("en", "de-simple"):
        address = f"/{code}/angebote/naehcafe/"
        client.get(address)
        with CaptureQueriesContext(connection) as queries, override(code):
            assert client.get(address).status_code == 200
        asked[code] = len(queries)

    assert asked["de-simple"] - asked["en"] == 2
