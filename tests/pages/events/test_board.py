import pytest
import time_machine

from pages.events.board import boards
from pages.events.listing import open_dates
from tests.make.events import at, calendar, event, line, outside


@pytest.fixture
def events(home):
    with time_machine.travel("2026-11-01 12:00+01:00", tick=False):
        yield calendar(home)


def read(now, most=9):
    """The boards at a moment: each day with the titles on it."""
    found = boards(open_dates(), at(now), most)
    return [(f"{board.day:%d.%m.}", [date.title for date in board.dates]) for board in found]


def test_the_dates_of_a_day_stand_together_in_their_order(events):
    event(events, "Abends", lines=[line("2026-11-25", "19:00", "21:00")])
    event(events, "Mittags", lines=[line("2026-11-25", "12:00", "13:00")])
    event(events, "Morgen", lines=[line("2026-11-26", "09:00", "10:00")])

    assert read("2026-11-25 08:00") == [("25.11.", ["Mittags", "Abends"]), ("26.11.", ["Morgen"])]


@pytest.mark.parametrize(
    ("now", "first"),
    [
        ("2026-11-25 08:00", ("25.11.", ["Früh", "Spät"])),
        ("2026-11-25 09:59", ("25.11.", ["Früh", "Spät"])),
        ("2026-11-25 10:00", ("25.11.", ["Spät"])),
        ("2026-11-25 21:00", ("28.11.", ["Samstags"])),
        ("2026-11-26 00:00", ("28.11.", ["Samstags"])),
    ],
)
def test_what_is_over_leaves_the_board(events, now, first):
    event(events, "Früh", lines=[line("2026-11-25", "09:00", "10:00")])
    event(events, "Spät", lines=[line("2026-11-25", "19:00", "21:00")])
    event(events, "Samstags", lines=[line("2026-11-28", "10:00", "12:00")])

    assert read(now)[0] == first


def test_a_night_goes_on_after_midnight_and_stands_last(events):
    event(events, "Tanz", lines=[line("2026-11-24", "22:00", "03:00")])
    event(events, "Nachtcafé", lines=[line("2026-11-25", "02:00", "04:00")])

    assert read("2026-11-25 01:00") == [("25.11.", ["Nachtcafé", "Tanz"])]


def test_dates_of_others_are_not_in_the_house(events):
    outside("Rundgang", "2026-11-25 10:00", "2026-11-25 11:00")

    assert read("2026-11-25 08:00") == []


def test_it_knows_today_and_tomorrow_by_the_clock_of_the_house(events):
    event(events, "Chor", lines=[line("2026-11-25", "10:00", "11:00", frequency="daily", count=3)])

    today, tomorrow, later = boards(open_dates(), at("2026-11-25 00:30"), 9)

    assert (today.is_today, today.is_tomorrow) == (True, False)
    assert (tomorrow.is_today, tomorrow.is_tomorrow) == (False, True)
    assert (later.is_today, later.is_tomorrow) == (False, False)


def test_it_takes_two_questions_however_many_dates(events, django_assert_num_queries):
    for number in range(6):
        event(events, f"Termin {number}", lines=[line("2026-11-25", f"1{number}:00", "20:00")])
    dates = open_dates()

    with django_assert_num_queries(2):
        assert len(boards(dates, at("2026-11-25 08:00"), 9)[0].dates) == 6
