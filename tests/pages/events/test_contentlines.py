from datetime import UTC, datetime, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar.parser import Contentline

from pages.events import contentlines
from pages.events.wall import BERLIN


def test_our_clock_is_that_of_berlin_for_a_hundred_years():
    zone = icalendar.Timezone.from_ical(contentlines.ZONE.replace("\n", "\r\n")).to_tz(lookup_tzid=False)
    moment = datetime(2000, 1, 1, 0, 30, tzinfo=UTC)

    while moment.year < 2037:
        for near in (moment, moment + timedelta(hours=1)):
            assert near.astimezone(zone).utcoffset() == near.astimezone(BERLIN).utcoffset(), near
        moment += timedelta(hours=12)


@given(st.text(st.characters(codec="utf-8"), max_size=400))
def test_words_come_back_as_they_were_and_no_line_is_too_long(words):
    folded = contentlines.folded(contentlines.text("SUMMARY", words))

    assert all(len(part) <= 75 for part in folded.split(b"\r\n"))
    assert b"\r" not in folded.replace(b"\r\n", b"")
    for part in folded.split(b"\r\n"):
        part.decode()
    name, _parameters, value = Contentline.from_ical(folded.removesuffix(b"\r\n").decode()).parts()
    assert (name, icalendar.vText.from_ical(value)) == ("SUMMARY", contentlines.plain(words))


@pytest.mark.parametrize(
    ("moment", "line"),
    [
        ("2026-12-03 17:15", "DTSTART;TZID=Europe/Berlin:20261203T181500"),
        ("2027-06-03 16:15", "DTSTART;TZID=Europe/Berlin:20270603T181500"),
        ("2027-10-31 00:30", "DTSTART:20271031T003000Z"),
        ("2027-10-31 01:30", "DTSTART:20271031T013000Z"),
        ("2027-10-31 02:30", "DTSTART;TZID=Europe/Berlin:20271031T033000"),
    ],
)
def test_an_hour_that_comes_twice_is_told_by_the_clock_of_the_world(moment, line):
    assert contentlines.at("DTSTART", datetime.fromisoformat(f"{moment}+00:00")) == line


def test_an_address_never_ends_its_line():
    assert contentlines.uri("URL", "https://a.example/\r\nX:y z") == "URL:https://a.example/X:yz"
