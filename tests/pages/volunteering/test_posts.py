from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.utils import translation

from pages.volunteering.models import VolunteerPostPage
from pages.volunteering.spoken import closed, hours
from tests.make.people import person
from tests.make.volunteering import post, volunteering

pytestmark = pytest.mark.django_db

JUNE = time_machine.travel("2026-06-15 12:00+02:00", tick=False)


@pytest.mark.parametrize(
    ("is_open", "until", "answer"),
    [
        (True, None, True),
        (True, date(2026, 6, 15), True),
        (True, date(2026, 6, 14), False),
        (False, None, False),
        (False, date(2026, 12, 31), False),
    ],
)
def test_a_post_is_open_until_somebody_was_found_or_its_last_day_is_over(is_open, until, answer):
    assert VolunteerPostPage(is_open=is_open, open_until=until).is_open_on(date(2026, 6, 15)) is answer


@pytest.mark.parametrize(
    ("number", "language", "said"),
    [
        (None, "de", ""),
        ("0", "de", ""),
        ("1.0", "de", "1 Stunde in der Woche"),
        ("0.5", "de", "0,5 Stunden in der Woche"),
        ("1.5", "de", "1,5 Stunden in der Woche"),
        ("10.0", "de", "10 Stunden in der Woche"),
        ("1.5", "en", "1.5 hours a week"),
    ],
)
def test_hours_are_told_as_one_says_them(number, language, said):
    with translation.override(language):
        assert hours(VolunteerPostPage(hours=number and Decimal(number))) == said


def test_a_post_that_is_over_says_why():
    assert closed(VolunteerPostPage(is_open=False)) == "Diese Aufgabe ist vergeben."
    assert (
        closed(VolunteerPostPage(open_until=date(2026, 6, 14)))
        == "Diese Aufgabe war bis 14. Juni 2026 offen."
    )


@JUNE
def test_an_open_post_tells_what_there_is_to_do_and_what_it_takes(home, read):
    page = post(
        volunteering(home),
        "Vorlesen",
        until="2026-06-30",
        summary="Sie lesen Kindern vor.",
        skills="Geduld.\nKein perfektes Deutsch.",
        hours="1.5",
        languages=["de", "ar"],
        contact=person("Jonas Brandt"),
    )

    read = read(page.url)

    assert dict(zip(read.titles("dt"), read.titles("dd"), strict=True)) == {
        "Noch offen": "Bis 30. Juni 2026",
        "Wie viel Zeit?": "1,5 Stunden in der Woche",
        "Sprachen": "Deutsch, Arabisch",
        "Auslagen": "Auslagen werden gegen Beleg erstattet",
    }
    for said in ["Sie lesen Kindern vor.", "Geduld. Kein perfektes Deutsch.", "Jonas Brandt"]:
        assert said in read.text


@JUNE
@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"is_open": False}, "Diese Aufgabe ist vergeben."),
        ({"until": "2026-06-14"}, "Diese Aufgabe war bis 14. Juni 2026 offen."),
    ],
)
def test_a_post_that_is_over_says_so_above_its_title(home, read, fields, said):
    page = post(volunteering(home), **fields)

    read = read(page.url)

    assert read.text.startswith(f"{said} Zu allen Aufgaben Vorlesen")
    assert "Noch offen" not in read.text
    assert read.main.select_one(".state a")["href"] == "/de/ehrenamt/"


def test_a_post_is_found_by_what_it_takes(home, client):
    post(volunteering(home), "Im Garten", skills="Freude am Umgraben")

    assert "Im Garten" in client.get("/de/suche/", {"q": "Umgraben"}).content.decode()


def test_a_skill_with_a_blank_waits_until_it_is_filled_in(home, read):
    page = post(volunteering(home), skills="Erfahrung mit [[was?]]")

    assert "was?" not in read(page.url).text
