from datetime import date, datetime, time

import pytest

from pages.centre.opening import MIDNIGHT, Notice, Row, Special, Timetable, Weekly

NINE, TWELVE, TWO, SIX = time(9), time(12), time(14), time(18)
WEEK = tuple(Weekly(day, NINE, SIX) for day in range(1, 6))
SPLIT = (Weekly(1, NINE, TWELVE), Weekly(1, TWO, SIX))
NIGHT = (Weekly(5, SIX, MIDNIGHT), Weekly(6, MIDNIGHT, time(2)))
SUMMER = Special(date(2026, 8, 3), date(2026, 8, 9), reason="Sommerpause")


def at(text):
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("timetable", "now", "is_open", "changes"),
    [
        (Timetable(WEEK), "2026-05-11 08:59:59", False, "2026-05-11 09:00"),
        (Timetable(WEEK), "2026-05-11 09:00", True, "2026-05-11 18:00"),
        (Timetable(WEEK), "2026-05-11 17:59:59", True, "2026-05-11 18:00"),
        (Timetable(WEEK), "2026-05-11 18:00", False, "2026-05-12 09:00"),
        (Timetable(WEEK), "2026-05-15 20:00", False, "2026-05-18 09:00"),
        (Timetable(WEEK), "2026-12-31 20:00", False, "2027-01-01 09:00"),
        (Timetable(SPLIT), "2026-05-11 11:00", True, "2026-05-11 12:00"),
        (Timetable(SPLIT), "2026-05-11 13:00", False, "2026-05-11 14:00"),
        (Timetable(SPLIT), "2026-05-11 15:00", True, "2026-05-11 18:00"),
        (Timetable(NIGHT), "2026-05-15 23:30", True, "2026-05-16 02:00"),
        (Timetable(NIGHT), "2026-05-16 00:30", True, "2026-05-16 02:00"),
        (Timetable(NIGHT), "2026-05-16 02:00", False, "2026-05-22 18:00"),
        (
            Timetable((Weekly(1, NINE, TWO), Weekly(1, TWELVE, SIX))),
            "2026-05-11 10:00",
            True,
            "2026-05-11 18:00",
        ),
        (Timetable(WEEK, closures=(SUMMER,)), "2026-08-03 10:00", False, "2026-08-10 09:00"),
        (Timetable(WEEK, closures=(SUMMER,)), "2026-08-09 23:59", False, "2026-08-10 09:00"),
        (
            Timetable(tuple(Weekly(day, MIDNIGHT, MIDNIGHT) for day in range(1, 8))),
            "2026-05-11 10:00",
            True,
            None,
        ),
        (
            Timetable(WEEK, closures=(Special(date(2026, 1, 1), date(2030, 1, 1)),)),
            "2026-05-11 10:00",
            False,
            None,
        ),
        (Timetable(), "2026-05-11 10:00", False, None),
        # Both clock changes fall into the night; on their days the door opens at nine as ever.
        (Timetable((Weekly(7, NINE, SIX),)), "2026-10-25 08:00", False, "2026-10-25 09:00"),
        (Timetable((Weekly(7, NINE, SIX),)), "2027-03-28 10:00", True, "2027-03-28 18:00"),
    ],
)
def test_the_door_is_open_until_the_next_change(timetable, now, is_open, changes):
    status = timetable.status(at(now))

    assert status.is_open is is_open
    assert status.changes == (changes and at(changes))


def test_an_exception_has_its_own_times_and_says_why():
    christmas = Special(date(2026, 12, 24), date(2026, 12, 24), NINE, TWELVE, "Heiligabend")
    timetable = Timetable(WEEK, exceptions=(christmas,))

    status = timetable.status(at("2026-12-24 13:00"))

    assert not status.is_open
    assert status.reason == "Heiligabend"
    assert status.changes == at("2026-12-25 09:00")


def test_a_closure_beats_an_exception():
    party = Special(date(2026, 8, 5), date(2026, 8, 5), NINE, SIX, "Sommerfest")

    status = Timetable(WEEK, exceptions=(party,), closures=(SUMMER,)).status(at("2026-08-05 10:00"))

    assert not status.is_open
    assert status.reason == "Sommerpause"


def test_the_shorter_of_two_exceptions_was_meant_more_exactly():
    closed = Special(date(2026, 8, 3), date(2026, 8, 9))
    one_day = Special(date(2026, 8, 5), date(2026, 8, 5), NINE, TWELVE)

    timetable = Timetable(WEEK, exceptions=(closed, one_day))

    assert timetable.intervals(date(2026, 8, 4)) == ()
    assert timetable.intervals(date(2026, 8, 5)) == ((NINE, TWELVE),)


def test_two_exceptions_for_one_day_add_up_unless_one_says_closed():
    day = date(2026, 8, 5)
    morning, afternoon, closed = (
        Special(day, day, NINE, TWELVE),
        Special(day, day, TWO, SIX),
        Special(day, day),
    )

    assert Timetable(WEEK, (morning, afternoon)).intervals(day) == ((NINE, TWELVE), (TWO, SIX))
    assert Timetable(WEEK, (morning, closed)).intervals(day) == ()
    assert Timetable(WEEK, (morning, closed)).upcoming(day) == [Notice(day, day, ())]


def test_neighbouring_days_with_the_same_times_share_a_row():
    timetable = Timetable((*WEEK[:4], Weekly(5, NINE, TWELVE), Weekly(5, TWO, SIX)))

    assert timetable.week() == [
        Row(1, 4, ((NINE, SIX),)),
        Row(5, 5, ((NINE, TWELVE), (TWO, SIX))),
        Row(6, 7, ()),
    ]


def test_a_part_of_the_house_without_times_is_closed_all_week():
    assert Timetable().week() == [Row(1, 7, ())]


def test_what_is_coming_leaves_out_what_is_over_far_away_or_closed_anyway():
    over = Special(date(2026, 7, 1), date(2026, 7, 31))
    far = Special(date(2026, 10, 1), date(2026, 10, 1))
    inside = Special(date(2026, 8, 5), date(2026, 8, 5), NINE, TWELVE)
    late = Special(date(2026, 9, 30), date(2026, 10, 30), NINE, SIX, "Herbst")
    timetable = Timetable(WEEK, exceptions=(late, far, inside, over), closures=(SUMMER,))

    coming = timetable.upcoming(date(2026, 8, 1))

    assert [notice.reason for notice in coming] == ["Sommerpause", "Herbst"]
    assert coming[0].intervals == ()
    assert coming[1].intervals == ((NINE, SIX),)


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("2026-05-11 08:00", "2026-05-11 09:00"),
        ("2026-05-11 10:00", "2026-05-11 18:00"),
        ("2026-05-11 20:00", "2026-05-12 00:00"),
        ("2026-05-15 20:00", "2026-05-16 00:00"),
    ],
)
def test_what_is_said_holds_until_the_next_change_or_until_tomorrow_is_today(now, until):
    assert Timetable(WEEK).holds_until(at(now)) == at(until)


def test_nothing_changes_before_the_moment_until_which_it_holds():
    timetable = Timetable((*SPLIT, *NIGHT), closures=(SUMMER,))
    now, end = at("2026-07-27 00:00"), at("2026-08-17 00:00")

    while now < end:
        until = timetable.holds_until(now)
        just_before = until.replace(microsecond=0) - (until - now) / 1000
        assert timetable.status(just_before) == timetable.status(now)
        assert until > now
        now = until
