"""Days in demo data mean what a German house would mean by them, on whatever day the demo is loaded."""

from datetime import date, timedelta

import pytest

from pages.events.school import shipped
from quartier.demo.notation.days import day, holiday_weeks
from quartier.demo.notation.faults import Fault

WEDNESDAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("today", "2026-11-25"),
        ("today+14d", "2026-12-09"),
        ("today-3d", "2026-11-22"),
        ("thursday", "2026-11-26"),
        ("monday", "2026-11-23"),
        ("sunday+1w", "2026-12-06"),
        ("tuesday-4w", "2026-10-27"),
        ("december 24", "2026-12-24"),
        ("november 25", "2026-11-25"),
        ("november 24", "2027-11-24"),
        ("june 24-1y", "2026-06-24"),
        ("february 29", "2027-02-28"),
        ("last saturday of june", "2027-06-26"),
        ("last saturday of june-1y", "2026-06-27"),
        ("3rd monday of july+12d", "2027-07-31"),
        ("december 6-3y", "2023-12-06"),
        ("october 31 after march 1-1y", "2026-10-31"),
        ("december 1 after today+14d", "2027-12-01"),
        ("1st holiday week", "2027-02-01"),
        ("2nd holiday week+3d", "2027-03-25"),
    ],
)
def test_a_day_in_words_is_the_one_that_people_mean(text, meant):
    assert day(text, WEDNESDAY) == date.fromisoformat(meant)


@pytest.mark.parametrize("text", ["2026-12-24", "someday", "thursday of june", "6th monday of june"])
def test_what_is_not_written_in_these_words_is_left_to_the_field(text):
    assert day(text, WEDNESDAY) == text


def test_one_counts_from_a_day_only():
    with pytest.raises(Fault, match="“soon” is no day that one can count from"):
        day("june 24 after soon", WEDNESDAY)


def test_a_holiday_week_has_five_days_without_school_and_is_not_christmas():
    weeks = holiday_weeks(WEDNESDAY)

    known = [each for each in weeks if each < shipped("BE")[-1]["last_day"]]
    assert len(known) > 12
    for monday in known:
        friday = monday + timedelta(days=4)
        assert any(each["first_day"] <= monday and friday <= each["last_day"] for each in shipped("BE"))
        assert (monday.month, monday.day) < (12, 20)


def test_when_no_holidays_are_known_any_more_some_are_supposed():
    late = date(2040, 5, 17)

    weeks = holiday_weeks(late)

    assert weeks[:2] == [date(2040, 7, 9), date(2040, 7, 16)]
