"""The facts of an event, as a reader finds them on its page."""

from datetime import date

import pytest
import time_machine

from pages.places.models import RoomPage
from tests.make.centre import centre
from tests.make.events import calendar, change, event, line
from tests.make.places import place, room
from tests.make.services import service


@pytest.fixture(autouse=True)
def _in_november():
    with time_machine.travel("2026-11-25 12:00+01:00", tick=False):
        yield


@pytest.fixture
def programme(home):
    centre(name="Haus am Park", phone="030 1")
    return calendar(home)


@pytest.fixture
def fact(read):
    """What stands beside a label at an address."""

    def fact(address, label):
        lines = read(address).main.select(".glance__line")
        told = {text(each.dt): " ".join(map(text, each.select("dd p, dd li"))) for each in lines}
        return told.get(label, "")

    return fact


def text(soup):
    return " ".join(soup.text.replace("\N{NO-BREAK SPACE}", " ").split())


def thursdays(**fields):
    return line("2026-11-05", frequency="weekly", **fields)


def test_a_series_is_told_as_a_sentence_with_its_next_date(programme, fact):
    page = event(programme, lines=[thursdays()])

    assert fact(page.url, "Wann") == (
        "Jeden Donnerstag, 18:15–20 Uhr Nächster Termin: Donnerstag, 26. November, 18:15–20 Uhr"
    )


def test_the_next_date_is_one_that_takes_place(programme, fact):
    page = event(programme, lines=[thursdays()])
    change(page, "2026-11-26 18:15", is_cancelled=True)

    assert fact(page.url, "Wann").endswith("Nächster Termin: Donnerstag, 3. Dezember, 18:15–20 Uhr")


def test_the_days_without_are_told(programme, fact):
    skipped = {"skips_school_holidays": True, "skips_public_holidays": True, "on_closed_days": "skip"}
    page = event(
        programme, lines=[thursdays()], left_out=["2026-11-19", "2026-12-03", "2027-01-07"], **skipped
    )

    told = fact(page.url, "Wann")

    assert "Nicht in den Schulferien. Nicht an Feiertagen. Nicht, wenn das Haus geschlossen ist." in told
    assert "Nicht am 3. Dezember und 7. Januar 2027." in told
    assert "19. November" not in told


def test_a_series_that_is_over_is_not_told_beside_the_one_that_goes_on(programme, fact):
    page = event(
        programme,
        lines=[
            thursdays(last_day=date(2026, 11, 19)),
            line("2027-03-01", "10:00", "11:00", "weekly"),
            line("2026-11-03", frequency="weekly"),
        ],
    )

    told = fact(page.url, "Wann")

    assert "onnerstag," not in told
    assert "eden Dienstag, 18:15–20 Uhr" in told
    assert "b Montag, 1. März 2027: Jeden Montag, 10–11 Uhr" in told


def test_single_dates_are_told_as_they_will_be(programme, fact):
    page = event(programme, lines=[line("2026-12-03"), line("2026-12-05", "10:00", "12:00")])
    change(page, "2026-12-05 10:00", starts="2026-12-06 11:00", ends="2026-12-06 13:00")

    assert fact(page.url, "Wann") == ("Donnerstag, 3. Dezember, 18:15–20 Uhr Sonntag, 6. Dezember, 11–13 Uhr")


def test_many_single_dates_are_counted(programme, fact):
    page = event(programme, lines=[line(f"2026-12-0{day}") for day in range(1, 6)])

    assert fact(page.url, "Wann") == "An 5 Terminen"


def test_doors_open_before_it_begins_but_not_on_a_date_at_another_hour(programme, fact):
    page = event(programme, lines=[thursdays()], doors="18:00")
    change(page, "2026-12-03 18:15", starts="2026-12-03 14:00", ends="2026-12-03 16:00")

    assert "Einlass ab 18 Uhr" in fact(page.url, "Wann")
    assert "Einlass ab 18 Uhr" in fact(f"{page.url}2026-12-10-1815/", "Wann")
    assert "Einlass" not in fact(f"{page.url}2026-12-03-1815/", "Wann")


def test_a_date_names_the_series_that_it_belongs_to(programme, fact):
    page = event(programme, lines=[thursdays()])

    assert fact(f"{page.url}2026-12-03-1815/", "Wann") == (
        "Donnerstag, 3. Dezember, 18:15–20 Uhr Ein Termin von mehreren: Jeden Donnerstag, 18:15–20 Uhr"
    )


def test_a_date_in_another_room_says_where_and_how_one_gets_in_there(home, programme, fact):
    small = room("Werkraum", place=place("Hof"), steps=3)
    page = event(programme, lines=[thursdays()], room=room("Saal"), access_note={"de": "Bitte klingeln."})
    home.add_child(instance=RoomPage(title="Der Werkraum", room=small))
    change(page, "2026-12-03 18:15", room=small)
    address = f"{page.url}2026-12-03-1815/"

    assert fact(address, "Wo").startswith("Werkraum")
    assert "3 Stufen" in fact(address, "Barrierefreiheit")
    assert "klingeln" not in fact(address, "Barrierefreiheit")
    assert "klingeln" in fact(page.url, "Barrierefreiheit")


def test_a_meeting_point_needs_no_room(programme, fact):
    page = event(programme, meeting_point={"de": "am Tor"}, weather="anyway")

    assert fact(page.url, "Wo") == "Treffpunkt: am Tor"
    assert fact(page.url, "Bei Regen") == "Findet bei jedem Wetter statt."


def test_online_stands_with_its_address(programme, fact):
    link = "https://treffen.example/raum"

    alone = event(programme, is_online=True, online_link=link)
    beside = event(programme, online_link=link, room=room("Saal"))

    assert fact(alone.url, "Online") == "Findet online statt. treffen.example"
    assert fact(beside.url, "Online") == "Sie können auch online teilnehmen. treffen.example"


def test_until_when_one_can_register_is_worked_out_for_each_date(programme, fact):
    page = event(programme, lines=[thursdays()], registration="phone", registration_days=2, seats=12)

    assert fact(page.url, "Anmeldung") == (
        "Bitte melden Sie sich telefonisch an: 030 1 Spätestens 2 Tage vorher. 12 Plätze "
        "Anmeldeschluss war am Dienstag, 24. November."
    )
    assert fact(f"{page.url}2026-12-03-1815/", "Anmeldung").endswith("Anmeldung bis Dienstag, 1. Dezember.")
    with time_machine.travel("2026-11-22 12:00+01:00", tick=False):
        assert fact(page.url, "Anmeldung").endswith("Für den nächsten Termin bis Dienstag, 24. November.")


def test_the_service_that_it_belongs_to_is_linked(home, programme, read):
    sewing = service(home, "Nähen")
    page = event(programme, service=sewing)

    assert read(page.url).main.select_one(f'.glance a[href="{sewing.url}"]').text == "Nähen"


def test_nobody_is_asked_to_register_for_a_cancelled_date(programme, fact):
    page = event(programme, lines=[thursdays()], registration="phone", registration_days=2)
    change(page, "2026-12-03 18:15", is_cancelled=True)

    assert "Anmeldung bis" in fact(f"{page.url}2026-12-10-1815/", "Anmeldung")
    assert "Anmeldung bis" not in fact(f"{page.url}2026-12-03-1815/", "Anmeldung")
