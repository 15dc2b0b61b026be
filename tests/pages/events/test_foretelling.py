from datetime import date, time

import pytest
import time_machine
from django.urls import reverse

from pages.events.foretelling import fault, hint
from pages.events.planning import FreeDays, Schedule
from pages.events.recurrence import Frequency, Rule
from tests.make.editing import editor
from tests.make.events import calendar, event, line
from tests.make.places import room

TODAY = date(2026, 11, 25)
THURSDAYS = Rule(
    date(2026, 12, 3),
    Frequency.MONTHLY_BY_WEEKDAY,
    weekdays=(4,),
    positions=(2, 4),
    starts=time(18, 15),
    ends=time(20),
)
CHRISTMAS = FreeDays(school=((date(2026, 12, 23), date(2027, 1, 2)),), public=frozenset({date(2026, 12, 25)}))


def schedule(rule, **fields):
    return Schedule((rule,), **fields)


def test_the_next_five_dates_are_told_and_those_in_the_holidays_by_name():
    told = hint(THURSDAYS, schedule(THURSDAYS, skips_school_holidays=True), CHRISTMAS, TODAY)

    assert told.sentence == "jeden 2. und 4. Donnerstag im Monat, 18:15–20 Uhr"
    assert told.dates == [
        "Donnerstag, 10. Dezember, 18:15–20 Uhr",
        "Donnerstag, 14. Januar 2027, 18:15–20 Uhr",
        "Donnerstag, 28. Januar 2027, 18:15–20 Uhr",
        "Donnerstag, 11. Februar 2027, 18:15–20 Uhr",
        "Donnerstag, 25. Februar 2027, 18:15–20 Uhr",
    ]
    assert told.left_out == ["Donnerstag, 24. Dezember (Schulferien)"]
    assert told.is_more


def test_a_first_day_that_does_not_fit_is_noticed():
    told = hint(THURSDAYS, schedule(THURSDAYS), FreeDays(), TODAY)

    assert told.warnings == [
        "Der erste Tag passt zu keinem der gewählten Tage: Los geht es am Donnerstag, 10. Dezember."
    ]


def test_a_time_that_the_clock_leaves_out_is_noticed():
    night = Rule(date(2027, 3, 28), starts=time(2, 30), ends=time(5))

    assert hint(night, schedule(night), FreeDays(), TODAY).warnings == [
        "02:30 Uhr gibt es am 28. März 2027 nicht: In dieser Nacht wird die Uhr vorgestellt."
    ]


def test_a_closed_house_is_told_with_the_date():
    once = Rule(date(2026, 12, 24), starts=time(10))
    free = FreeDays(closed=((date(2026, 12, 24), date(2026, 12, 24), "Heiligabend"),))

    assert hint(once, schedule(once), free, TODAY).dates == [
        "Donnerstag, 24. Dezember, ab 10 Uhr (fällt aus: das Haus ist geschlossen)"
    ]


def test_what_is_over_is_said():
    past = Rule(date(2026, 11, 1), starts=time(10))

    assert hint(past, schedule(past), FreeDays(), TODAY).warnings == ["Das ist schon vorbei."]


def test_a_series_without_an_end_never_runs_out_of_dates():
    daily = Rule(date(2015, 3, 1), Frequency.DAILY)

    told = hint(daily, schedule(daily), FreeDays(), TODAY)

    assert told.warnings == []
    assert len(told.dates) == 5


@pytest.mark.parametrize(
    ("rule", "field"),
    [
        (Rule(date(2026, 12, 4), Frequency.WEEKLY, weekdays=(4,), last_day=date(2026, 12, 9)), "first_day"),
        (Rule(date(2026, 12, 24), Frequency.WEEKLY, last_day=date(2026, 12, 31)), "first_day"),
        (Rule(date(2026, 12, 4), Frequency.DAILY, last_day=date(2036, 12, 4)), "last_day"),
    ],
)
def test_a_useless_line_is_a_fault(rule, field):
    assert fault(rule, schedule(rule, skips_school_holidays=True), CHRISTMAS, TODAY)[0] == field


def test_a_good_line_is_none():
    assert fault(THURSDAYS, schedule(THURSDAYS), FreeDays(), TODAY) is None


SENT = {
    "lines-TOTAL_FORMS": "2",
    "lines-0-frequency": "weekly",
    "lines-0-first_day": "03.12.2026",
    "lines-0-starts": "18:15",
    "lines-0-ends": "20:00",
    "lines-0-interval": "1",
    "lines-0-more_days": "0",
    "lines-1-frequency": "once",
    "left_out-TOTAL_FORMS": "1",
    "left_out-0-day": "10.12.2026",
}


@pytest.fixture
def ask(client, home):
    with time_machine.travel("2026-11-25 12:00+01:00"):
        client.force_login(editor())
        yield lambda **changes: client.post(reverse("events:try"), {**SENT, **changes})


def test_while_somebody_types_the_server_tells_what_it_will_be(ask):
    told = ask().json()["lines"]

    assert list(told) == ["lines-0"]
    assert "Jeden Donnerstag, 18:15–20 Uhr" in told["lines-0"]
    assert "Donnerstag, 3. Dezember, 18:15–20 Uhr · Donnerstag, 17. Dezember" in told["lines-0"]
    assert "Donnerstag, 10. Dezember (ausgenommen)" in told["lines-0"]


def test_a_room_that_is_taken_is_named(ask, home):
    hall = room(name="Saal")
    other = event(calendar(home), "Chor", [line()], room=hall)

    assert "schon „Chor“" in ask(room=hall.pk).json()["lines"]["lines-0"]
    assert "Chor" not in ask(room=hall.pk, page=other.pk).json()["lines"]["lines-0"]


def test_what_is_kept_from_others_is_not_named(ask, home):
    hall = room(name="Saal")
    event(calendar(home), "Geheim", [line()], room=hall, live=False)

    assert "Geheim" not in ask(room=hall.pk).json()["lines"]["lines-0"]


@pytest.mark.parametrize(
    "changes",
    [
        {"lines-TOTAL_FORMS": "9" * 12},
        {"lines-TOTAL_FORMS": "-1"},
        {"lines-0-first_day": "\x00"},
        {"lines-0-first_day": "31.12.9999"},
        {"lines-0-interval": "1e308"},
        {"lines-0-weekdays": "9"},
        {"lines-0-frequency": "secondly"},
        {"room": "x", "page": "²"},
        {"left_out-TOTAL_FORMS": "NaN", "on_closed_days": "<script>"},
    ],
)
def test_nonsense_is_answered_calmly(ask, changes):
    assert ask(**changes).status_code == 200


def test_strangers_and_addresses_are_told_nothing(client, home):
    assert client.post(reverse("events:try"), SENT).status_code == 302
    client.force_login(editor())
    assert client.get(reverse("events:try")).status_code == 405
