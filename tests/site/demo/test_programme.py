"""The demo's events: written with a few words, changed date by date, beside the calendar of others."""

from datetime import datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command

from pages.events.models import Change, EventPage, Occurrence, OutsideCalendar, SchoolHoliday
from quartier.demo.loading import load
from tests.make.demo import event, tiny_demo

pytestmark = pytest.mark.django_db

WEDNESDAY = "2026-11-25 09:00+01:00"
CLUB = {
    "frequency": "weekly",
    "first_day": "today-14d",
    "weekdays": [2, 4],
    "starts": "17:00",
    "ends": "19:00",
}
OTHERS = {
    "name": "Werkstatt",
    "url": "https://werkstatt.example/termine.ics",
    "website": "https://werkstatt.example/",
    "events": [
        {
            "uid": "loeten@werkstatt.example",
            "title": "Löten",
            "location": "Eichenweg 9",
            "dates": [["saturday+1w", "14:00", "17:00"], ["sunday+1w"]],
        }
    ],
}


@pytest.fixture(autouse=True)
def one_day():
    with time_machine.travel(datetime.fromisoformat(WEDNESDAY), tick=False):
        yield


def dates(**of):
    """What the table tells, in order: day, time, state."""
    rows = Occurrence.objects.filter(**of)
    return [f"{row.starts.astimezone():%d.%m. %H:%M} {row.state}" for row in rows]


def test_series_single_dates_and_days_left_out_are_written_short(tmp_path):
    load(tiny_demo(tmp_path, **event(lines=[CLUB, ["friday+1w", "10:00"]], left_out=["thursday+1w"])))

    rows = Occurrence.objects.filter(starts__gte=datetime.fromisoformat(WEDNESDAY))[:4]

    assert [f"{row.starts.astimezone():%a %d.%m. %H:%M}" for row in rows] == [
        "Thu 26.11. 17:00",
        "Tue 01.12. 17:00",
        "Fri 04.12. 10:00",
        "Tue 08.12. 17:00",
    ]
    assert [row.is_single for row in rows] == [False, False, True, False]


def test_single_dates_change_as_an_editor_would_change_them(tmp_path):
    changes = [
        {"date": "1st", "is_cancelled": True, "reason": "illness", "reason_note": {"de": "Grippe"}},
        {"date": "next week", "postponed_to": ["friday+1w", "10:00", "11:30"], "reason": "strike"},
        {"date": "3rd", "room": "saal", "reason": "room"},
        {"date": "4th", "is_full": True},
        {"date": "thursday+3w", "starts": "18:00", "ends": "20:00"},
    ]
    load(tiny_demo(tmp_path, **event(lines=[CLUB], changes=changes)))

    first, was, there, moved, full, _, _, later = Occurrence.objects.filter(
        original__gt=datetime.fromisoformat(WEDNESDAY)
    ).order_by("original", "starts")[:8]

    assert (first.state, first.reason, str(first.reason_note)) == ("cancelled", "illness", "Grippe")
    assert (was.state, was.moved_to) == ("postponed", there.starts)
    assert f"{there.starts.astimezone():%a %H:%M}" == "Fri 10:00"
    assert (moved.is_moved, str(moved.room), moved.reason) == (True, "Saal", "room")
    assert full.is_full
    assert f"{later.starts.astimezone():%d.%m. %H:%M}" == "17.12. 18:00"
    assert set(Change.objects.values_list("made_by__username", flat=True)) == {"admin"}


def test_closed_days_and_school_holidays_are_known_before_the_first_event_is_published(tmp_path):
    closed = {"first_day": "thursday+1w", "last_day": "thursday+1w", "reason": "Inventur"}
    centre = {"name": "Haus", "closures": [closed]}
    made = event(lines=[{**CLUB, "last_day": "2027-01-08"}], skips_school_holidays=True)
    load(tiny_demo(tmp_path, data__centre=centre, **made))

    coming = dates(starts__gte=datetime.fromisoformat(WEDNESDAY))

    assert coming == [
        *("26.11. 17:00 scheduled", "01.12. 17:00 scheduled", "03.12. 17:00 closed"),
        *("08.12. 17:00 scheduled", "10.12. 17:00 scheduled", "15.12. 17:00 scheduled"),
        *("17.12. 17:00 scheduled", "22.12. 17:00 scheduled"),
        *("05.01. 17:00 scheduled", "07.01. 17:00 scheduled"),
    ]


def test_the_calendar_of_others_hangs_beside_ours_as_if_just_fetched(tmp_path):
    load(tiny_demo(tmp_path, data__calendars=[OTHERS]))

    timed, whole = Occurrence.objects.all()

    assert OutsideCalendar.objects.get().fetched_at == datetime.fromisoformat(WEDNESDAY)
    assert (timed.title, timed.outside.location) == ("Löten", "Eichenweg 9")
    assert f"{timed.starts.astimezone():%a %d.%m. %H:%M}" == "Sat 05.12. 14:00"
    assert timed.ends - timed.starts == timedelta(hours=3)
    assert (whole.is_whole_day, whole.until - whole.starts) == (True, timedelta(days=1))
    assert timed.event == whole.event


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (
            event(lines=[CLUB], changes=[{"date": "friday", "is_full": True}]),
            "fest.yaml → changes → 1. → date: there is no such date: friday",
        ),
        (event(lines=[CLUB], changes=[{"is_full": True}]), "changes → 1. → date: this is missing"),
        (
            event(lines=[CLUB], changes=[{"date": "1st", "reason": "unlust"}]),
            "changes → 1. → reason: Value 'unlust' is not a valid choice",
        ),
        (
            event(lines=[{**CLUB, "last_day": "2020-01-01"}]),
            "lines → 1. → last_day: The last day lies before",
        ),
        (event(lines=[["29.02.", "10:00"]]), "lines → 1. → first_day: “29.02.” value has an invalid date"),
        (
            {
                "data__pages__rat": {
                    "type": "standard.StandardPage",
                    "title": "Rat",
                    "changes": [{"date": "1st"}],
                }
            },
            "rat.yaml → changes: only an event has dates that can change",
        ),
        (
            {"data__calendars": [{**OTHERS, "url": "werkstatt"}]},
            "calendars.yaml → Werkstatt → url: Enter a valid URL",
        ),
        (
            {"data__calendars": [{"name": "Werkstatt"}]},
            "calendars.yaml → Werkstatt → events: this is missing",
        ),
    ],
    ids=[
        "no date",
        "no name",
        "no reason",
        "ends too early",
        "no day",
        "no event",
        "no address",
        "no events",
    ],
)
def test_whoever_writes_the_programme_is_told_what_is_wrong(tmp_path, data, fault):
    with pytest.raises(CommandError) as told:
        call_command("demo", folder=tiny_demo(tmp_path, **data), stdout=StringIO())

    assert fault in str(told.value)
    assert not Occurrence.objects.exists()


def test_a_reset_takes_the_programme_along(tmp_path):
    changes = [{"date": "1st", "is_cancelled": True}]
    folder = tiny_demo(tmp_path, **event(lines=[CLUB], changes=changes), data__calendars=[OTHERS])
    tables = (EventPage, Change, OutsideCalendar, SchoolHoliday, Occurrence)
    call_command("demo", folder=folder, stdout=StringIO())
    before = [model.objects.count() for model in tables]

    call_command("demo", "--reset", "--noinput", folder=folder, stdout=StringIO())

    assert [model.objects.count() for model in tables] == before
    assert before[:3] == [1, 1, 1]
