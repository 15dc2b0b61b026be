import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pages.events.apart import TODAY
from tests.make import secrets
from tests.make.bricks import words
from tests.make.centre import centre, opening_hours
from tests.make.events import calendar, change, event, line
from tests.make.places import room

SCREEN = "/de/veranstaltungen/foyer/"


@pytest.fixture(autouse=True)
def _on_a_wednesday():
    with time_machine.travel("2026-11-25 14:30+01:00", tick=False):
        yield


@pytest.fixture
def events(home):
    centre(name="Haus am Park")
    return calendar(home)


@pytest.fixture
def screen(client, events):
    return lambda: BeautifulSoup(client.get(SCREEN).content, "html.parser")


def test_it_says_what_happens_today_where_and_then_tomorrow(screen, events):
    opening_hours(times=[(3, "09:00", "18:00")])
    event(events, "Nähcafé", lines=[line("2026-11-25", "18:15", "20:00")], room=room("Saal", floor=0))
    event(events, "Chor", lines=[line("2026-11-26", "19:00", "21:00")])

    said = words(screen().body)

    assert said == (
        "Haus am Park Jetzt geöffnet · bis 18 Uhr Stand: 14:30 Uhr "
        "Heute im Haus, Mittwoch, 25. November 18:15 Nähcafé bis 20 Uhr Saal, Erdgeschoss "
        "Morgen, Donnerstag, 26. November 19:00 Chor bis 21 Uhr"
    )


def test_what_became_of_a_date_is_said_in_words(screen, events):
    sewing = event(events, "Nähcafé", lines=[line("2026-11-25", "18:15", "20:00")])
    change(sewing, "2026-11-25 18:15", is_cancelled=True, reason="illness")
    cooking = event(events, "Kochen", lines=[line("2026-11-25", "19:00", "21:00")])
    change(cooking, "2026-11-25 19:00", is_full=True)
    event(events, "Café", lines=[line("2026-11-25", "14:00", "17:00")])

    rows = [words(row) for row in screen().select(".board li")]

    assert rows == [
        "14:00 Café Läuft gerade bis 17 Uhr",
        "18:15 Nähcafé Fällt aus (Krankheit)",
        "19:00 Kochen Ausgebucht bis 21 Uhr",
    ]
    assert [crossed.text for crossed in screen().find_all("s")] == ["18:15", "Nähcafé"]


def test_nobody_can_touch_it_and_it_asks_anew_by_itself(client, screen, events):
    event(events, lines=[line("2026-11-25", "18:15", "20:00")])

    page, response = screen(), client.get(SCREEN)

    assert page.find_all(["a", "button", "form", "input", "script", "nav"]) == []
    assert 60 <= int(response["Refresh"]) <= 120
    assert page.find("meta", attrs={"http-equiv": True}) is None
    assert response["X-Robots-Tag"] == "noindex"
    assert page.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert not response.cookies


def test_when_nothing_is_left_today_it_says_so_and_names_the_next_day(screen, events):
    event(events, "Fest", lines=[line("2026-11-28", "15:00", "18:00")])

    said = words(screen().main)

    assert said == (
        "Heute im Haus, Mittwoch, 25. November Für heute ist nichts mehr geplant. "
        "Samstag, 28. November 15:00 Fest bis 18 Uhr"
    )


def test_an_empty_house_still_says_something(screen):
    assert "Im Moment ist nichts geplant. Fragen Sie uns einfach." in words(screen().main)


@pytest.mark.parametrize("state", secrets.HIDDEN)
def test_passers_by_learn_nothing_that_is_not_for_everybody(client, events, state):
    event(events, "Öffentlich", lines=[line("2026-11-25", "18:15", "20:00")])
    state(event(events, secrets.SECRET, lines=[line("2026-11-25", "18:15", "20:00")]))

    said = client.get(SCREEN).content.decode()

    assert "Öffentlich" in said
    assert secrets.SECRET not in said


def test_the_screen_of_a_closed_calendar_stays_dark(client, events):
    event(events, "Nähcafé", lines=[line("2026-11-25", "18:15", "20:00")])
    secrets.behind_a_login(events)

    response = client.get(SCREEN)

    assert response.status_code == 302
    assert "Nähcafé" not in response.content.decode()


@pytest.mark.parametrize(
    "query", ["?datum=1e308", "?fuer=%FF", "?x=" + "9" * 1900, "?ansicht=-1&ansicht=NaN"]
)
def test_nonsense_in_its_address_breaks_nothing(client, events, query):
    assert client.get(SCREEN + query).status_code in (200, 400)


def test_it_takes_no_forms(client, events):
    assert client.post(SCREEN).status_code == 405


def test_it_asks_again_after_a_failure_too(client, events, monkeypatch):
    def broken(*_args, **_kwargs):
        raise RuntimeError

    client.raise_request_exception = False
    with monkeypatch.context() as without:
        without.setattr("pages.events.listing.open_dates", broken)
        response, other = client.get(SCREEN), client.get("/de/veranstaltungen/einbetten/")

    assert (response.status_code, response["Refresh"]) == (500, "60")
    assert "Refresh" not in other


def test_twenty_dates_cost_no_more_questions_than_one(client, events):
    def asked():
        client.get(SCREEN)
        with CaptureQueriesContext(connection) as queries:
            html = client.get(SCREEN).content.decode()
        return len(queries), html.count("board__date")

    hall = room("Saal")
    event(events, lines=[line("2026-11-25", "18:15", "20:00")], room=hall)
    few, _one = asked()
    for number in range(19):
        event(events, f"Termin {number}", lines=[line("2026-11-25", "18:15", "20:00")], room=hall)

    many, shown = asked()
    assert shown == TODAY + 1
    assert many == few <= 12


def test_the_english_screen_tells_the_same_dates_in_english(client, events):
    made = event(events, "Nähcafé", lines=[line("2026-11-25", "18:15", "20:00")])
    copy = secrets.in_english(made)
    copy.title = "Sewing"
    copy.save_revision().publish()

    page = BeautifulSoup(client.get("/en/veranstaltungen/foyer/").content, "html.parser")

    assert page.html["lang"] == "en"
    assert [title.text for title in page.select(".board__title")] == ["Sewing"]


def test_what_does_not_fit_on_the_screen_is_counted(screen, events):
    for number in range(9):
        event(events, f"Kurs {number}", lines=[line("2026-11-25", f"{15 + number // 2}:00", "22:00")])

    rows = [words(row) for row in screen().select(".board li")]

    assert len(rows) == 8
    assert rows[-1] == "+ 2 weitere"
