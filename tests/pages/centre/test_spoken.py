from datetime import date, datetime, time

import pytest
from django.utils.html import strip_tags

from pages.centre.opening import MIDNIGHT, Notice, Row, Special, Timetable, Weekly
from pages.centre.spoken import change, dates, days, spans, state

NINE, SIX = time(9), time(18)
WEEK = tuple(Weekly(day, NINE, SIX) for day in range(1, 6))
SUMMER = Special(date(2026, 8, 3), date(2026, 8, 16), reason="Sommerpause")
BUSY = Timetable(WEEK, closures=(SUMMER,))


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("2026-05-11 08:00", "Jetzt geschlossen, öffnet heute um 9 Uhr"),
        ("2026-05-11 10:00", "Jetzt geöffnet, bis 18 Uhr"),
        ("2026-05-11 19:00", "Jetzt geschlossen, öffnet morgen um 9 Uhr"),
        ("2026-05-15 19:00", "Jetzt geschlossen, öffnet am Montag um 9 Uhr"),
        ("2026-05-16 10:00", "Heute geschlossen, öffnet am Montag um 9 Uhr"),
        ("2026-08-03 10:00", "Heute geschlossen, öffnet am Montag, 17. August, um 9 Uhr"),
    ],
)
def test_the_door_says_whether_it_is_open_and_when_that_changes(now, said):
    now = datetime.fromisoformat(now)
    status = BUSY.status(now)

    assert f"{state(status)}, {strip_tags(change(status, now))}" == said


def test_nothing_is_promised_where_no_change_is_in_sight():
    now = datetime(2026, 5, 11, 10)

    assert change(Timetable().status(now), now) == ""


def test_machines_can_read_the_times():
    now = datetime(2026, 5, 11, 10)

    assert change(BUSY.status(now), now) == "bis 18 Uhr"


@pytest.mark.parametrize(
    ("intervals", "said"),
    [
        (((NINE, SIX),), "9–18 Uhr"),
        (((time(9, 30), time(12)), (time(14), time(18, 15))), "9:30–12 Uhr, 14–18:15 Uhr"),
        (((SIX, MIDNIGHT),), "18–24 Uhr"),
        ((), "geschlossen"),
    ],
)
def test_times_are_written_as_one_says_them(intervals, said):
    assert strip_tags(spans(intervals)) == said


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (Row(3, 3, ()), "Mittwoch"),
        (Row(6, 7, ()), "Samstag und Sonntag"),
        (Row(1, 5, ()), "Montag bis Freitag"),
    ],
)
def test_neighbouring_days_are_taken_together(row, said):
    assert days(row) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ((2026, 12, 24), (2026, 12, 24), "24. Dezember"),
        ((2026, 12, 24), (2026, 12, 31), "24. bis 31. Dezember"),
        ((2027, 8, 3), (2027, 8, 9), "3. bis 9. August 2027"),
        ((2026, 12, 24), (2027, 1, 2), "24. Dezember bis 2. Januar 2027"),
    ],
)
def test_the_year_is_said_only_where_it_is_not_this_one(first, last, said):
    assert strip_tags(dates(Notice(date(*first), date(*last), ()), date(2026, 12, 1))) == said
