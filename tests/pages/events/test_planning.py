from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.events.planning import Difference, FreeDays, Schedule, plan
from pages.events.recurrence import Frequency, Rule

JANUARY = date(2026, 1, 1), date(2026, 1, 31)
THURSDAYS = Rule(date(2026, 1, 1), Frequency.WEEKLY, starts=time(18, 15), ends=time(20))
HOLIDAYS = FreeDays(
    public=frozenset({date(2026, 1, 1)}),
    school=((date(2026, 1, 5), date(2026, 1, 9)),),
    closed=((date(2026, 1, 14), date(2026, 1, 16), "Umbau"),),
)


def at(day, hour=18, minute=15):
    return datetime(2026, 1, day, hour, minute)


def told(planned):
    return [(one.slot.starts.day, one.state) for one in planned]


@pytest.mark.parametrize(
    ("fields", "dates"),
    [
        ({}, [(1, "scheduled"), (8, "scheduled"), (15, "closed"), (22, "scheduled"), (29, "scheduled")]),
        (
            {"skips_public_holidays": True, "on_closed_days": "skip"},
            [(day, "scheduled") for day in (8, 22, 29)],
        ),
        (
            {"skips_school_holidays": True, "on_closed_days": "ignore"},
            [(d, "scheduled") for d in (1, 15, 22, 29)],
        ),
        (
            {"left_out": frozenset({date(2026, 1, 22)}), "on_closed_days": "skip"},
            [(d, "scheduled") for d in (1, 8, 29)],
        ),
    ],
)
def test_free_days_close_a_date_or_leave_it_out(fields, dates):
    assert told(plan(Schedule((THURSDAYS,), **fields), HOLIDAYS, {}, *JANUARY)) == dates


def test_a_closed_day_says_why():
    planned = plan(Schedule((THURSDAYS,)), HOLIDAYS, {}, *JANUARY)

    assert [one.note for one in planned if one.state == "closed"] == ["Umbau"]


def test_a_postponed_date_is_told_on_both_days():
    differences = {at(8): Difference(is_postponed=True, starts=at(9, 17), ends=at(9, 19), reason="illness")}

    planned = plan(Schedule((THURSDAYS,)), FreeDays(), differences, *JANUARY)

    was, will = (one for one in planned if one.original == at(8))
    assert (was.state, was.slot.starts, was.moved_to) == ("postponed", at(8), at(9, 17))
    assert (will.state, will.slot.starts, will.slot.ends) == ("scheduled", at(9, 17), at(9, 19))
    assert was.reason == will.reason == "illness"


def test_a_whole_day_that_is_postponed_keeps_its_length():
    weekend = Schedule((Rule(date(2026, 1, 3), Frequency.ONCE, more_days=1),))
    later = {at(3, 0, 0): Difference(starts=at(17, 0, 0), is_postponed=True)}

    left, there = plan(weekend, FreeDays(), later, *JANUARY)

    assert (left.state, there.state) == ("postponed", "scheduled")
    assert (there.slot.starts, there.slot.ends) == (at(17, 0, 0), at(19, 0, 0))
    assert there.slot.whole_day


def test_another_time_moves_the_date_alone():
    differences = {at(8): Difference(starts=at(8, 19), ends=at(8, 21))}

    planned = plan(Schedule((THURSDAYS,)), FreeDays(), differences, *JANUARY)

    assert [one.slot.starts.hour for one in planned] == [18, 19, 18, 18, 18]


def test_a_full_date_takes_place():
    planned = plan(Schedule((THURSDAYS,)), FreeDays(), {at(8): Difference(is_full=True)}, *JANUARY)

    assert [(one.state, one.is_full) for one in planned][1] == ("scheduled", True)


@given(
    st.dictionaries(
        st.sampled_from([at(day) for day in (1, 8, 15, 22, 29)]),
        st.builds(
            Difference, is_cancelled=st.booleans(), is_full=st.booleans(), room=st.none() | st.integers(1, 9)
        ),
    ),
    st.sampled_from([at(day) for day in (1, 8, 15, 22, 29)]),
)
def test_a_change_touches_no_other_date(differences, alone):
    schedule = Schedule((THURSDAYS,))
    with_it = plan(schedule, HOLIDAYS, differences, *JANUARY)

    without = plan(
        schedule, HOLIDAYS, {key: each for key, each in differences.items() if key != alone}, *JANUARY
    )

    others = [one for one in with_it if one.original != alone]
    assert others == [one for one in without if one.original != alone]
