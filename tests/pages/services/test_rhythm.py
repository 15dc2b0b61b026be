from datetime import date, time

import pytest

from pages.centre.opening import MIDNIGHT, Special, Weekly
from pages.services.rhythm import cancelled, parts_of, rhythms


def weekly(day, starts="15:00", ends="18:00"):
    return Weekly(day, time.fromisoformat(starts), time.fromisoformat(ends))


@pytest.mark.parametrize(
    ("starts", "ends", "parts"),
    [
        (time(9), time(12), ["vormittag"]),
        (time(9), time(12, 30), ["vormittag", "nachmittag"]),
        (time(12), time(17), ["nachmittag"]),
        (time(15), time(18), ["nachmittag", "abend"]),
        (time(17), time(19), ["abend"]),
        (time(20), MIDNIGHT, ["abend"]),
        (MIDNIGHT, MIDNIGHT, ["vormittag", "nachmittag", "abend"]),
    ],
)
def test_a_time_lies_in_each_part_of_the_day_that_it_touches(starts, ends, parts):
    assert parts_of(starts, ends) == parts


def test_days_with_the_same_times_go_together_and_other_notes_do_not():
    times = [(weekly(3), ""), (weekly(1), ""), (weekly(5, "09:00", "11:00"), ""), (weekly(2), "nur Frauen")]

    found = [(one.days, one.note) for one in rhythms(times)]

    assert found == [((1, 3), ""), ((2,), "nur Frauen"), ((5,), "")]


@pytest.mark.parametrize(
    ("first", "last", "is_told"),
    [
        ("2026-05-11", "2026-05-11", True),  # a Monday
        ("2026-05-12", "2026-05-17", False),  # Tuesday to Sunday
        ("2026-05-12", "2026-05-18", True),
        ("2026-05-01", "2026-05-10", False),  # its last Monday is over
        ("2026-04-01", "2026-12-31", True),
        ("2026-06-22", "2026-06-22", False),  # too far ahead
    ],
)
def test_only_a_closure_that_hits_a_day_of_the_service_cancels_it(first, last, is_told):
    closure = Special(date.fromisoformat(first), date.fromisoformat(last), reason="Ferien")

    assert bool(cancelled([weekly(1)], [closure], date(2026, 5, 5))) == is_told
