"""From when until when something holds, in words."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from pages.announcements.spoken import on_paper, told_on, validity
from pages.wording import plain

NOW = "2026-11-26 12:00"


def at(text):
    return text and datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.mark.parametrize(
    ("starts", "ends", "words"),
    [
        (None, None, ""),
        ("2026-11-20 08:00", None, ""),
        (None, "2026-11-26 18:00", "Gilt bis heute, 18 Uhr"),
        (None, "2026-11-27 00:00", "Gilt bis heute"),
        (None, "2026-11-27 09:30", "Gilt bis morgen, 9:30 Uhr"),
        (None, "2026-11-30 00:00", "Gilt bis Sonntag, 29. November"),
        (None, "2027-01-03 18:00", "Gilt bis Sonntag, 3. Januar 2027, 18 Uhr"),
        ("2026-11-27 08:00", None, "Gilt ab morgen, 8 Uhr"),
        ("2026-11-28 08:00", "2026-11-28 14:00", "Samstag, 28. November, 8–14 Uhr"),
        ("2026-11-28 00:00", "2026-11-29 00:00", "Samstag, 28. November"),
        (
            "2026-11-28 08:00",
            "2026-11-30 00:00",
            "Gilt von Samstag, 28. November, 8 Uhr bis Sonntag, 29. November",
        ),
        ("2026-11-20 08:00", "2026-11-26 12:00", "Nicht mehr aktuell seit heute, 12 Uhr"),
        (None, "2025-05-04 00:00", "Nicht mehr aktuell seit Samstag, 3. Mai 2025"),
    ],
)
def test_it_says_until_when_it_holds(starts, ends, words):
    assert plain(validity(at(starts), at(ends), at(NOW))) == words


@pytest.mark.parametrize(
    ("starts", "ends", "words"),
    [
        ("2026-11-26 08:00", "2026-11-26 18:00", "Donnerstag, 26. November 2026, 8–18 Uhr"),
        (
            "2026-11-26 08:00",
            "2026-11-28 00:00",
            "Gilt von Donnerstag, 26. November 2026, 8 Uhr bis Freitag, 27. November 2026",
        ),
        ("2026-11-26 08:00", None, "Gilt ab Donnerstag, 26. November 2026, 8 Uhr"),
    ],
)
def test_paper_that_still_hangs_tomorrow_never_says_today(starts, ends, words):
    assert plain(on_paper(at(starts), at(ends), at(NOW))) == words


def test_machines_read_the_moment_too():
    assert '<time datetime="2026-11-26T18:00:00+01:00">' in validity(None, at("2026-11-26 18:00"), at(NOW))


def test_an_hour_that_the_clocks_repeat_is_told_as_the_clock_shows_it():
    ends = datetime.fromisoformat("2026-10-25T01:30:00+00:00")

    assert plain(validity(None, ends, at("2026-10-25 01:00"))) == "Gilt bis heute, 2:30 Uhr"


def test_what_nobody_published_became_known_on_no_day():
    assert told_on(None) == ""
