"""What an editor is told while an event is entered, by real requests to the form."""

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.urls import reverse

from pages.events import school
from pages.events.models import EventPage
from pages.events.models.schedule import ScheduleLine
from tests.make.editing import editor, filled
from tests.make.events import calendar, event, line
from tests.make.places import room

DATE = {"frequency": "once", "first_day": "03.12.2026", "starts": "18:15", "ends": "20:00"}
WEEKLY = {**DATE, "frequency": "weekly", "weekdays": "4"}
SENTENCE = {**DATE, "frequency": "weekday", "weekdays": "4", "positions": ["2", "4"]}


@pytest.fixture(autouse=True)
def _in_november():
    with time_machine.travel("2026-11-25 12:00+01:00"):
        yield


@pytest.fixture
def enter(client, home):
    """Fills in the form of a new event as a browser would, and presses a button."""
    client.force_login(editor())
    address = reverse("wagtailadmin_pages:add", args=["events", "eventpage", calendar(home).pk])
    blank = filled(client.get(address).content.decode())

    def enter(*lines, button="action-publish", **fields):
        form = {**blank, "title": "Nähcafé", "slug": "naehcafe", **fields, button: "1"}
        form["lines-TOTAL_FORMS"] = str(max(len(lines), 1))
        for number, given in enumerate(lines):
            empty = {"interval": "1", "more_days": "0", "ORDER": str(number + 1), "id": "", "DELETE": ""}
            form |= {f"lines-{number}-{name}": value for name, value in {**empty, **given}.items()}
        return client.post(address, form)

    return enter


def said(response):
    """All that the form complains of."""
    html = BeautifulSoup(response.content, "html.parser")
    return " ".join(each.get_text(" ", strip=True) for each in html.select("main .error-message"))


def dates():
    return [f"{row.starts:%m-%d}" for row in EventPage.objects.get().occurrences.all()]


def test_a_single_event_takes_a_title_a_date_and_a_time(enter):
    response = enter(DATE)

    assert response.status_code == 302
    assert EventPage.objects.get().live
    assert str(ScheduleLine.objects.get()) == "Donnerstag, 3. Dezember 2026, 18:15–20 Uhr"


def test_every_second_and_fourth_thursday_not_in_the_school_holidays(enter):
    school.fill_in("BE")

    enter({**SENTENCE, "first_day": "10.12.2026", "count": "4"}, skips_school_holidays="on")

    assert str(ScheduleLine.objects.get()) == "jeden 2. und 4. Donnerstag im Monat, 18:15–20 Uhr, 4-mal"
    assert dates() == ["12-10", "01-14", "01-28", "02-11"]


def test_an_event_without_a_date_is_asked_when_it_is_and_a_draft_may_wait(enter):
    assert "Wann findet es statt?" in said(enter())
    assert not EventPage.objects.exists()

    assert enter(button="action-save").status_code == 302
    assert not EventPage.objects.get().live


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([{**DATE, "ends": "18:00"}], "Das Ende liegt vor dem Beginn."),
        ([{**WEEKLY, "last_day": "01.12.2026"}], "Der letzte Tag liegt vor dem ersten Tag."),
        ([{**DATE, "first_day": "03.12.1026"}], "Bitte prüfen Sie das Jahr."),
        ([{**DATE, "first_day": "03.12.9999"}], "Bitte prüfen Sie das Jahr."),
        (
            [{**WEEKLY, "last_day": "09.12.2026", "first_day": "04.12.2026"}],
            "Daraus wird kein einziger Termin.",
        ),
        (
            [{**WEEKLY, "last_day": "25.12.2026", "first_day": "25.12.2026", "weekdays": "5"}],
            "Jeder dieser Termine",
        ),
        ([{**DATE, "frequency": "daily", "last_day": "31.12.2036"}], "mehr als 1000 Termine"),
        ([DATE, DATE], "Das Gleiche steht oben schon."),
        ([{**DATE, "first_day": "31.02.2027"}], "gültiges Datum"),
        ([{**DATE, "starts": "25:00"}], "gültige Uhrzeit"),
        ([{**DATE, "starts": ""}], "Bitte geben Sie auch den Beginn an."),
        ([{**WEEKLY, "interval": "0"}], "größer oder gleich 1"),
        ([{**WEEKLY, "count": "1001"}], "kleiner oder gleich 1000"),
        ([{**DATE, "frequency": "secondly"}], "secondly"),
    ],
)
def test_what_makes_no_sense_is_said_in_plain_words(enter, lines, words):
    response = enter(*lines, skips_public_holidays="on")

    assert words in said(response)
    assert not EventPage.objects.exists()


def test_a_night_ends_the_next_morning(enter):
    enter({**DATE, "starts": "22:00", "ends": "05:00"})

    row = EventPage.objects.get().occurrences.get()
    assert (row.ends - row.starts).total_seconds() == 7 * 3600


def test_what_the_form_hides_does_not_count(enter):
    enter({**SENTENCE, "frequency": "once", "count": "7", "interval": "3"})

    made = ScheduleLine.objects.get()
    assert (made.weekdays, made.positions, made.count, made.interval) == ([], [], None, 1)


def test_what_is_odd_is_said_and_published_all_the_same(enter, client, home):
    hall = room(name="Saal")
    event(home.get_children().first().specific, "Chor", [line()], room=hall)

    response = enter(
        {**WEEKLY, "first_day": "02.12.2026"},
        {**DATE, "first_day": "28.03.2027", "starts": "02:30"},
        room=str(hall.pk),
    )

    html = client.get(response.url).content.decode()
    assert "Der erste Tag passt zu keinem der gewählten Tage: Los geht es am Donnerstag, 3. Dezember." in html
    assert "02:30 Uhr gibt es am 28. März 2027 nicht" in html
    assert "Saal: Dort ist zur selben Zeit schon „Chor“, Donnerstag, 3. Dezember, 18:15–20 Uhr." in html
    assert EventPage.objects.get(title="Nähcafé").live
