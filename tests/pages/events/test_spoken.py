from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from django.utils.html import strip_tags

from pages.events import spoken
from pages.events.choices import State
from pages.events.models import Occurrence
from tests.make.events import at


@pytest.fixture(autouse=True)
def _in_november():
    with time_machine.travel("2026-11-25 12:00+01:00", tick=False):
        yield


def occurrence(starts="2026-12-03 18:15", ends="2026-12-03 20:00", **fields):
    begins = at(starts)
    return Occurrence(
        original=fields.pop("original", begins),
        starts=begins,
        ends=ends and at(ends),
        until=at(ends) if ends else begins + timedelta(hours=6),
        **fields,
    )


def said(words):
    return strip_tags(words).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (occurrence(), "Donnerstag, 3. Dezember, 18:15–20 Uhr"),
        (occurrence(ends=None), "Donnerstag, 3. Dezember, ab 18:15 Uhr"),
        (occurrence("2026-12-31 21:00", "2027-01-01 02:00"), "Donnerstag, 31. Dezember, 21–2 Uhr"),
        (occurrence("2027-01-08 10:00", "2027-01-08 12:00"), "Freitag, 8. Januar 2027, 10–12 Uhr"),
        (
            occurrence("2026-12-03 00:00", "2026-12-06 00:00", is_whole_day=True),
            "Donnerstag, 3. Dezember bis Samstag, 5. Dezember",
        ),
        (occurrence("2026-12-03 00:00", "2026-12-04 00:00", is_whole_day=True), "Donnerstag, 3. Dezember"),
    ],
)
def test_a_date_is_told_as_one_says_it(one, words):
    assert said(spoken.when(one, timezone.localdate())) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, []),
        ({"state": State.CANCELLED}, ["fällt aus"]),
        ({"state": State.CLOSED}, ["fällt aus: das Haus ist geschlossen"]),
        (
            {"state": State.POSTPONED, "moved_to": at("2026-12-04 17:00")},
            ["verschoben auf Freitag, 4. Dezember, 17 Uhr"],
        ),
        ({"is_full": True}, ["ausgebucht"]),
        ({"is_moved": True, "has_other_room": True}, ["diesmal in einem anderen Raum"]),
        ({"is_moved": True}, ["diesmal 18:15–20 Uhr"]),
        (
            {"is_moved": True, "has_other_room": True, "original": at("2026-12-02 17:00")},
            ["verlegt, war am Mittwoch, 2. Dezember, 17 Uhr", "diesmal in einem anderen Raum"],
        ),
        (
            {"is_moved": True, "original": at("2026-12-02 17:00")},
            ["verlegt, war am Mittwoch, 2. Dezember, 17 Uhr"],
        ),
        ({"starts": "2026-11-25 11:00", "ends": "2026-11-25 13:00"}, ["läuft gerade"]),
    ],
)
def test_what_became_of_a_date_is_said_in_words(fields, words):
    assert [said(each.words) for each in spoken.statuses(occurrence(**fields), timezone.now())] == words
