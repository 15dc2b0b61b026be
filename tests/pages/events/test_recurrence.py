from datetime import date, datetime, time, timedelta

import pytest
from dateutil import rrule
from hypothesis import given
from hypothesis import strategies as st

from pages.events.recurrence import LAST, Frequency, Rule, days, slot_on, slots

DAILY, WEEKLY, MONTHLY = Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY
BY_WEEKDAY, YEARLY = Frequency.MONTHLY_BY_WEEKDAY, Frequency.YEARLY


def day(text):
    return date.fromisoformat(text)


def rule(first_day, frequency=Frequency.ONCE, **fields):
    return Rule(day(first_day), frequency, **fields)


@pytest.mark.parametrize(
    ("series", "dates"),
    [
        pytest.param(
            rule("2026-01-01", BY_WEEKDAY, weekdays=(4,), positions=(2, 4)),
            "2026-01-08 2026-01-22 2026-02-12 2026-02-26 2026-03-12 2026-03-26",
            id="every 2nd and 4th Thursday",
        ),
        pytest.param(
            rule("2026-01-01", BY_WEEKDAY, weekdays=(5,), positions=(LAST,)),
            "2026-01-30 2026-02-27 2026-03-27",
            id="every last Friday",
        ),
        pytest.param(
            rule("2026-01-01", BY_WEEKDAY, weekdays=(5,), positions=(5,)),
            "2026-01-30",
            id="every fifth Friday, where there is one",
        ),
        pytest.param(
            rule("2026-01-31", MONTHLY), "2026-01-31 2026-03-31", id="every 31st, where there is one"
        ),
        pytest.param(
            rule("2026-01-01", MONTHLY, positions=(LAST,)),
            "2026-01-31 2026-02-28 2026-03-31",
            id="the last day of the month",
        ),
        pytest.param(
            rule("2026-01-01", WEEKLY, weekdays=(1, 3), interval=4),
            "2026-01-05 2026-01-07 2026-02-02 2026-02-04 2026-03-02 2026-03-04 2026-03-30",
            id="every four weeks on two days",
        ),
        pytest.param(
            rule("2026-01-02", WEEKLY, weekdays=(1,), interval=2, last_day=day("2026-02-02")),
            "2026-01-05 2026-01-19 2026-02-02",
            id="a rhythm counts from its first date",
        ),
        pytest.param(rule("2026-03-30", DAILY, interval=2), "2026-03-30", id="every other day"),
        pytest.param(rule("2026-02-14"), "2026-02-14", id="once"),
        pytest.param(
            rule("2025-12-29", WEEKLY, interval=2),
            "2026-01-12 2026-01-26 2026-02-09 2026-02-23 2026-03-09 2026-03-23",
            id="across the turn of the year",
        ),
        pytest.param(rule("2026-01-08", WEEKLY, count=2), "2026-01-08 2026-01-15", id="two times"),
    ],
)
def test_a_series_has_the_dates_that_its_words_say(series, dates):
    assert days(series, day("2026-01-01"), day("2026-03-31")) == [*map(day, dates.split())]


def test_the_29th_of_february_is_celebrated_in_leap_years():
    birthday = rule("2024-02-29", YEARLY)

    assert days(birthday, day("2025-01-01"), day("2032-12-31")) == [day("2028-02-29"), day("2032-02-29")]


def test_ten_times_are_ten_dates_that_take_place():
    course = rule("2026-01-05", WEEKLY, count=10)
    holidays = {day("2026-02-02"), day("2026-02-09")}

    found = days(course, day("2026-01-01"), day("2026-12-31"), holidays.__contains__)

    assert len(found) == 10
    assert found[-1] == day("2026-03-23")


def test_a_single_date_takes_place_on_a_holiday_too():
    assert days(rule("2026-12-24"), day("2026-12-01"), day("2026-12-31"), lambda day: True) == [
        day("2026-12-24")
    ]


def test_two_rules_that_meet_make_one_date():
    weekly = rule("2026-01-01", WEEKLY, starts=time(18), ends=time(20))
    extra = rule("2026-01-08", starts=time(18), ends=time(21))
    found = slots([weekly, extra], day("2026-01-01"), day("2026-01-14"))

    assert [slot.starts.day for slot in found] == [1, 8]
    assert found[1].rule == 0


@pytest.mark.parametrize(
    ("fields", "starts", "ends"),
    [
        ({"starts": time(18, 15), "ends": time(20)}, "2026-05-14 18:15", "2026-05-14 20:00"),
        ({"starts": time(22), "ends": time(1)}, "2026-05-14 22:00", "2026-05-15 01:00"),
        ({"starts": time(18), "ends": time(0)}, "2026-05-14 18:00", "2026-05-15 00:00"),
        ({"starts": time(18)}, "2026-05-14 18:00", None),
        ({}, "2026-05-14 00:00", "2026-05-15 00:00"),
        ({"more_days": 2}, "2026-05-14 00:00", "2026-05-17 00:00"),
        ({"starts": time(10), "ends": time(16), "more_days": 1}, "2026-05-14 10:00", "2026-05-15 16:00"),
    ],
)
def test_a_date_begins_and_ends_as_it_was_typed(fields, starts, ends):
    slot = slot_on(rule("2026-05-14", **fields), day("2026-05-14"))

    assert slot.starts == datetime.fromisoformat(starts)
    assert slot.ends == (ends and datetime.fromisoformat(ends))
    assert slot.whole_day is ("starts" not in fields)


@pytest.mark.parametrize("fields", [{"interval": 0}, {"interval": -1}, {"count": 0}])
def test_a_series_that_never_moves_on_is_refused(fields):
    with pytest.raises(ValueError, match="at least"):
        rule("2026-01-01", DAILY, **fields)


def test_a_series_without_an_end_goes_on():
    assert len(days(rule("2000-01-01", DAILY), day("2026-01-01"), day("2026-12-31"))) == 365


def test_a_series_that_ends_before_its_first_date_has_none():
    series = rule("2026-02-01", MONTHLY, positions=(31,), last_day=day("2026-03-30"))

    assert days(series, day("2026-01-01"), day("2030-01-01")) == []


def test_the_end_of_time_is_no_fault():
    assert days(rule("9998-06-01", YEARLY), day("9990-01-01"), day("9999-12-31"))[-1] == day("9999-06-01")


SERIES = st.builds(
    Rule,
    first_day=st.dates(day("2024-01-01"), day("2027-12-31")),
    frequency=st.sampled_from([DAILY, WEEKLY, MONTHLY, BY_WEEKDAY, YEARLY]),
    interval=st.integers(1, 5),
    weekdays=st.sets(st.integers(1, 7), min_size=1, max_size=3).map(sorted).map(tuple),
    positions=st.sets(st.sampled_from([1, 2, 3, 4, 5, LAST]), min_size=1, max_size=2).map(sorted).map(tuple),
    last_day=st.none() | st.dates(day("2026-01-01"), day("2028-12-31")),
    count=st.none() | st.integers(1, 40),
)
SKIPPED = st.frozensets(st.dates(day("2024-01-01"), day("2028-12-31")), max_size=60)
FAR = day("2028-12-31")
NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def as_rfc(series, start):
    """The rule as a calendar program would write it."""
    parts = [f"FREQ={'MONTHLY' if series.frequency is BY_WEEKDAY else series.frequency.name}"]
    parts += [f"INTERVAL={series.interval}", "WKST=MO", f"UNTIL={FAR:%Y%m%d}T000000"]
    names = [NAMES[each - 1] for each in series.weekdays]
    if series.frequency is WEEKLY:
        parts.append(f"BYDAY={','.join(names)}")
    if series.frequency is BY_WEEKDAY:
        places = [f"{position}{name}" for name in names for position in series.positions]
        parts.append(f"BYDAY={','.join(places)}")
    if series.frequency is MONTHLY:
        parts.append(f"BYMONTHDAY={','.join(map(str, series.positions))}")
    return rrule.rrulestr(";".join(parts), dtstart=datetime.combine(start, time(0)))


@given(SERIES, SKIPPED)
def test_dates_are_those_of_the_standard(series, skipped):
    found = days(series, series.first_day, FAR, skipped.__contains__)

    whole = days(Rule(**{**vars(series), "count": None, "last_day": None}), series.first_day, FAR)
    standard = [moment.date() for moment in as_rfc(series, whole[0])] if whole else []
    expected = [each for each in standard if each not in skipped]
    expected = [each for each in expected if each <= (series.last_day or FAR)][: series.count]
    assert found == expected


@given(SERIES, SKIPPED, st.dates(day("2024-01-01"), FAR), st.integers(0, 400))
def test_a_window_shows_a_part_of_the_whole(series, skipped, first, length):
    last = min(first + timedelta(days=length), FAR)

    part = days(series, first, last, skipped.__contains__)

    whole = days(series, series.first_day, FAR, skipped.__contains__)
    assert part == [each for each in whole if first <= each <= last]
