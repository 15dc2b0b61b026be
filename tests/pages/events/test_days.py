from datetime import date

import pytest
import time_machine

from pages.events.days import by_day, from_day, on_day
from pages.events.listing import open_dates, told
from tests.make.events import calendar, change, event, line


@pytest.fixture(autouse=True)
def _in_november():
    with time_machine.travel("2026-11-25 12:00+01:00", tick=False):
        yield


@pytest.fixture
def house(home):
    return calendar(home)


def shown(house, first, last, at_most=9):
    days = by_day(open_dates(house), date.fromisoformat(first), date.fromisoformat(last), at_most)
    return {f"{day.day:%d.%m.}": [one.title for one in day.dates] for day in days if day.dates}


def test_each_date_is_on_its_day_in_the_order_of_time(house):
    event(house, "Chor", lines=[line("2026-12-03", "18:15", "20:00")])
    event(house, "Frühstück", lines=[line("2026-12-03", "09:00", "11:00")])
    event(house, "Markt", lines=[line("2026-12-04")])

    assert shown(house, "2026-12-01", "2026-12-31") == {"03.12.": ["Frühstück", "Chor"], "04.12.": ["Markt"]}


def test_what_takes_several_days_is_on_each_of_them(house):
    event(house, "Ausstellung", lines=[line("2026-12-30", None, more_days=3)])
    event(house, "Werkstatt", lines=[line("2026-12-31", "18:00", "12:00", more_days=1)])

    assert shown(house, "2026-12-31", "2027-01-03") == {
        "31.12.": ["Ausstellung", "Werkstatt"],
        "01.01.": ["Ausstellung", "Werkstatt"],
        "02.01.": ["Ausstellung"],
    }


def test_what_ends_at_night_is_on_its_evening_only(house):
    event(house, "Silvester", lines=[line("2026-12-31", "20:00", "02:00")])

    assert shown(house, "2026-12-31", "2027-01-01") == {"31.12.": ["Silvester"]}
    assert not on_day(open_dates(house), date(2027, 1, 1)).exists()
    assert not from_day(open_dates(house), date(2027, 1, 1)).exists()


@pytest.mark.parametrize(
    ("change_night", "monday"), [("2027-03-28", "2027-03-29"), ("2026-10-25", "2026-10-26")]
)
def test_both_changes_of_the_clock_leave_the_days_alone(house, change_night, monday):
    event(house, "Nachtwanderung", lines=[line(change_night, "00:10", "01:30")])
    event(house, "Spätfilm", lines=[line(change_night, "23:15", "23:55")])
    event(house, "Frühschicht", lines=[line(monday, "00:00", "01:00")])

    found = shown(house, change_night, monday)

    assert list(found.values()) == [["Nachtwanderung", "Spätfilm"], ["Frühschicht"]]


def test_of_a_full_day_the_first_are_shown_and_all_are_counted(house):
    for hour in range(9, 14):
        event(house, f"Um {hour}", lines=[line("2026-12-03", f"{hour:02}:00", None)])
    event(house, "Ausstellung", lines=[line("2026-12-02", None, more_days=2)])

    day = by_day(open_dates(house), date(2026, 12, 3), date(2026, 12, 3), 3)[0]

    assert [one.title for one in day.dates] == ["Um 9", "Um 10", "Um 11"]
    assert (day.count, day.more) == (6, 3)


def test_of_a_full_day_what_is_not_as_usual_is_always_shown(house):
    for hour in range(9, 14):
        event(house, f"Um {hour}", lines=[line("2026-12-03", f"{hour:02}:00", None)])
    change(event(house, "Chor"), "2026-12-03 18:15", is_cancelled=True)
    change(event(house, "Kurs", lines=[line("2026-12-03", "19:00")]), "2026-12-03 19:00", is_full=True)

    assert shown(house, "2026-12-03", "2026-12-03", 3) == {"03.12.": ["Um 9", "Chor", "Kurs"]}


def test_a_postponed_date_is_on_both_days(house):
    page = event(house, "Chor")
    change(page, "2026-12-03 18:15", is_postponed=True, starts="2026-12-05 17:00", ends="2026-12-05 19:00")

    assert shown(house, "2026-12-01", "2026-12-06") == {"03.12.": ["Chor"], "05.12.": ["Chor"]}


def test_a_list_from_a_day_begins_with_what_is_going_on(house):
    event(house, "Ausstellung", lines=[line("2026-11-30", None, more_days=9)])
    event(house, "Vorbei", lines=[line("2026-12-02")])
    event(house, "Chor", lines=[line("2026-12-03")])

    found = told(from_day(open_dates(house), date(2026, 12, 3)))

    assert [one.title for one in found] == ["Ausstellung", "Chor"]


def test_a_month_takes_the_same_questions_however_full_it_is(house, django_assert_num_queries):
    event(house, "Chor", lines=[line("2026-12-01", frequency="daily", count=30)])
    dates, december = open_dates(house), (date(2026, 12, 1), date(2026, 12, 31))
    with django_assert_num_queries(4):
        by_day(dates, *december, 3)
    for number in range(8):
        event(house, f"Kurs {number}", lines=[line("2026-12-01", frequency="daily", count=30)])
    event(house, "Ausstellung", lines=[line("2026-12-02", None, more_days=20)])

    with django_assert_num_queries(4):
        days = by_day(dates, *december, 3)

    assert [day.count for day in days[:3]] == [9, 10, 10]
