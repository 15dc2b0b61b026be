import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.make import secrets
from tests.make.bricks import words
from tests.make.centre import centre
from tests.make.events import calendar, change, event, line, outside
from tests.make.partners import directory, partner
from tests.make.places import place

FRAME = "/de/veranstaltungen/einbetten/"


@pytest.fixture(autouse=True)
def _on_a_wednesday():
    with time_machine.travel("2026-11-25 14:30+01:00", tick=False):
        yield


@pytest.fixture
def events(home):
    centre(name="Haus am Park")
    return calendar(home)


@pytest.fixture
def frame(client, events):
    return lambda query="": BeautifulSoup(client.get(FRAME + query).content, "html.parser")


def titles(page):
    return [each.text for each in page.select("li a")]


def test_it_shows_the_next_dates_and_leads_to_them(frame, events):
    event(events, "Nähcafé", slug="naehcafe")
    event(events, "Vorbei", lines=[line("2026-11-24")])

    page = frame()

    assert page.find("h1").text == "Nächste Veranstaltungen: Haus am Park"
    assert titles(page) == ["Nähcafé"]
    assert page.select_one("li a")["href"] == "/de/veranstaltungen/naehcafe/2026-12-03-1815/"
    assert "Dezember 3 Donnerstag" in words(page.li)


def test_every_link_opens_beside_the_page_of_the_partner_and_says_so(frame, events):
    event(events)

    page = frame()

    links = page.find_all("a")
    assert len(links) == 2
    assert {(link["target"], tuple(link["rel"])) for link in links} == {("_blank", ("noopener",))}
    assert "Links öffnen sich in einem neuen Fenster." in words(page)


def test_it_shows_ten_dates_at_the_most(frame, events):
    event(events, "Chor", lines=[line("2026-12-01", frequency="daily", count=12)])

    assert titles(frame()) == ["Chor"] * 10


def test_it_shows_only_what_its_address_asks_for_and_says_so(frame, events, home):
    school = partner(directory(home), "Schule")
    event(events, "Trommeln", audiences=["kinder"], partner=school, place=place("Rathaus"))
    event(events, "Ball", audiences=["eltern"])

    for query, name in (("fuer=kinder", "Kinder"), (f"partner={school.pk}", "Schule")):
        page = frame(f"?{query}")
        assert titles(page) == ["Trommeln"]
        assert f"Nur: {name}" in words(page)
        assert page.select("main > p a")[-1]["href"] == f"/de/veranstaltungen/?{query}"


def test_a_partner_who_is_not_for_everybody_is_not_named(frame, events, home):
    hidden = secrets.draft(partner(directory(home), secrets.SECRET))

    assert secrets.SECRET not in str(frame(f"?partner={hidden.pk}"))


def test_what_is_cancelled_says_so(frame, events):
    sewing = event(events, "Nähcafé")
    change(sewing, "2026-12-03 18:15", is_cancelled=True, reason="illness")

    page = frame()

    assert "Fällt aus (Krankheit)" in words(page.li)
    assert page.find("s").text == "Nähcafé"


def test_a_date_of_others_without_an_address_is_no_link(frame, events):
    outside("Rundgang", "2026-12-03 10:00", "2026-12-03 11:00", of="Bezirk")

    page = frame()

    assert "Rundgang" in words(page.li)
    assert "Aus dem Kalender" in words(page.li)
    assert titles(page) == []


def test_where_nothing_is_planned_it_says_so(frame):
    assert "Im Moment ist nichts angekündigt." in words(frame())


def test_anybody_may_frame_it_and_nothing_else_of_the_house(client, events, home):
    made = event(events, slug="naehcafe")

    response = client.get(FRAME)

    assert "frame-ancestors *" in response["Content-Security-Policy"]
    assert "X-Frame-Options" not in response
    for address in ("abonnieren/", "foyer/", ""):
        other = client.get(events.url + address)
        assert "frame-ancestors 'self'" in other["Content-Security-Policy"]
        assert other["X-Frame-Options"] == "SAMEORIGIN"
    for page in (home, made):
        assert client.get(page.url)["X-Frame-Options"] == "SAMEORIGIN"


def test_all_other_rules_hold_in_the_frame_too(client, events):
    policy = client.get(FRAME)["Content-Security-Policy"]

    for rule in ("default-src 'none'", "script-src 'self'", "form-action 'self'", "base-uri 'none'"):
        assert rule in policy


def test_it_needs_no_cookie_no_script_and_no_search_engine(client, frame, events):
    response = client.get(FRAME)

    assert not response.cookies
    assert frame().find_all("script") == []
    assert response["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("state", secrets.HIDDEN)
def test_it_tells_nothing_of_what_is_not_for_everybody(client, events, state):
    event(events, "Öffentlich")
    state(event(events, secrets.SECRET, slug=secrets.SLUG))

    said = client.get(FRAME).content.decode()

    assert "Öffentlich" in said
    assert secrets.SECRET not in said
    assert f"/{secrets.SLUG}/" not in said


BAD = [
    "?fuer=%00",
    "?fuer=%FF",
    "?partner=-1",
    "?partner=1e308",
    "?partner=NaN&partner=2&partner=2",
    "?ort=99999999999999999999",
    "?ort=²",
    "?kostenlos=ja&kostenlos=1",
    "?thema=" + "a" * 1900,
    "?sprache=%22%27%3Cscript%3Ealert(1)%3C/script%3E",
    "?" + "&".join(f"fuer={number}" for number in range(150)),
]


@pytest.mark.parametrize("outlet", ["einbetten/", "abonnieren/"])
@pytest.mark.parametrize("query", BAD)
def test_nonsense_in_its_address_breaks_nothing(client, events, query, outlet):
    response = client.get(f"{events.url}{outlet}{query}")

    assert response.status_code in (200, 400)
    assert "<script>alert" not in response.content.decode()


def test_ten_dates_cost_no_more_questions_than_one(client, events):
    def asked():
        client.get(FRAME)
        with CaptureQueriesContext(connection) as queries:
            html = client.get(FRAME).content.decode()
        return len(queries), html.count("embedded__title")

    event(events)
    few, _one = asked()
    for number in range(12):
        event(events, f"Termin {number}")

    assert asked() == (few, 10)
    assert few <= 10
