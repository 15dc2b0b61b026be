from datetime import date, time

import pytest
import time_machine
from django.core.exceptions import ValidationError
from wagtail.models import PageLogEntry

from pages.events import changing, rescheduling, upkeep
from pages.events.models import EventPage, Occurrence
from pages.events.wall import BERLIN
from tests.make.editing import editor
from tests.make.events import at, calendar, event, line
from tests.make.places import room


@pytest.fixture(autouse=True)
def _in_november():
    with time_machine.travel("2026-11-25 12:00+01:00", tick=False):
        yield


@pytest.fixture
def rita(db):
    return editor("rita")


def dates(page):
    rows = Occurrence.objects.filter(page=page)
    return [f"{row.starts.astimezone(BERLIN):%m-%d %H:%M}" for row in rows]


def weekly(home, **fields):
    return event(calendar(home), "Chor", lines=[line(frequency="weekly", **fields)])


def sentences(page):
    return [str(each) for each in EventPage.objects.get(pk=page.pk).lines.all()]


def test_another_time_from_a_date_on_leaves_what_was_before(home, rita):
    chor = weekly(home, count=4)
    address = chor.url

    rescheduling.change_from(chor, at("2026-12-17 18:15"), rita, starts=time(17), ends=time(19))

    assert dates(chor) == ["12-03 18:15", "12-10 18:15", "12-17 17:00", "12-24 17:00"]
    assert sentences(chor) == [
        "jeden Donnerstag, 18:15–20 Uhr, bis 16. Dezember 2026",
        "jeden Donnerstag, 17–19 Uhr, 2-mal",
    ]
    page = EventPage.objects.get(pk=chor.pk)
    assert (page.url, page.translation_key, page.live) == (address, chor.translation_key, True)
    assert not page.has_unpublished_changes
    assert PageLogEntry.objects.filter(action="events.schedule.change", page=page.pk, user=rita).exists()
    assert list(upkeep.faults()) == []


def test_the_past_does_not_change(home, rita):
    chor = weekly(home, count=4)

    with time_machine.travel("2026-12-12 12:00+01:00", tick=False):
        rescheduling.change_from(chor, at("2026-12-17 18:15"), rita, starts=time(17), ends=time(19))

    assert dates(chor) == ["12-03 18:15", "12-10 18:15", "12-17 17:00", "12-24 17:00"]


def test_from_the_first_date_on_no_empty_series_stays_behind(home, rita):
    chor = weekly(home)

    rescheduling.change_from(chor, at("2026-12-03 18:15"), rita, starts=time(17))

    assert sentences(chor) == ["jeden Donnerstag, 17–20 Uhr"]


def test_another_weekday_from_a_date_on(home, rita):
    chor = weekly(home, last_day=date(2026, 12, 31))

    rescheduling.change_from(chor, at("2026-12-17 18:15"), rita, first_day=date(2026, 12, 16), weekdays=[3])

    assert dates(chor) == ["12-03 18:15", "12-10 18:15", "12-16 18:15", "12-23 18:15", "12-30 18:15"]


def test_another_room_from_a_date_on(home, rita):
    chor, kitchen = weekly(home, count=3), room(name="Küche")

    rescheduling.change_from(chor, at("2026-12-10 18:15"), rita, room=kitchen)

    assert [row.room for row in chor.occurrences.all()] == [None, kitchen, kitchen]


def test_what_was_cancelled_does_not_come_back_at_the_new_time(home, rita):
    chor = weekly(home, count=3)
    changing.cancel(chor, at("2026-12-17 18:15"), rita)

    rescheduling.change_from(chor, at("2026-12-10 18:15"), rita, starts=time(17), ends=time(19))

    assert dates(chor) == ["12-03 18:15", "12-10 17:00", "12-17 17:00"]
    assert [row.state for row in chor.occurrences.all()] == ["scheduled", "scheduled", "cancelled"]


def test_times_of_series_left_out_in_the_holidays_are_counted_on(home, rita):
    chor = weekly(home, count=4)
    chor.left_out.create(day=date(2026, 12, 10))
    chor.save_revision().publish()
    before = dates(chor)

    rescheduling.change_from(chor, at("2026-12-24 18:15"), rita, starts=time(17), ends=time(19))

    assert before == ["12-03 18:15", "12-17 18:15", "12-24 18:15", "12-31 18:15"]
    assert dates(chor) == ["12-03 18:15", "12-17 18:15", "12-24 17:00", "12-31 17:00"]


def test_a_fortnight_goes_on_in_the_same_weeks(home, rita):
    chor = weekly(home, interval=2, count=4, weekdays=[1, 4])
    before = dates(chor)

    rescheduling.change_from(chor, at("2026-12-17 18:15"), rita, starts=time(17), ends=time(19))

    assert [each[:5] for each in dates(chor)] == [each[:5] for each in before]


def test_a_series_ends(home, rita):
    chor = weekly(home)

    rescheduling.end_from(chor, at("2026-12-17 18:15"), rita)

    assert dates(chor) == ["12-03 18:15", "12-10 18:15"]


def test_an_event_is_not_left_without_any_date(home, rita):
    chor = weekly(home)

    with pytest.raises(ValidationError):
        rescheduling.end_from(chor, at("2026-12-03 18:15"), rita)

    assert len(dates(chor)) > 100


def test_one_date_more(home, rita):
    chor = weekly(home, count=1)

    rescheduling.add(chor, rita, line("2026-12-20", "10:00", "12:00"))

    assert dates(chor) == ["12-03 18:15", "12-20 10:00"]
    with pytest.raises(ValidationError):
        rescheduling.add(chor, rita, line("2026-12-20", "10:00", "12:00"))


def test_a_date_that_a_series_has_already_is_not_added(home, rita):
    chor = weekly(home, count=2)
    changing.cancel(chor, at("2026-12-10 18:15"), rita)

    with pytest.raises(ValidationError, match="schon einen Termin"):
        rescheduling.add(chor, rita, line("2026-12-10", "18:15", "21:00"))

    assert len(sentences(chor)) == 1


def test_a_night_in_which_an_hour_comes_twice_can_be_changed_too(home, rita):
    watch = event(calendar(home), "Wache", lines=[line("2027-10-30", "02:30", "05:00", "daily", count=3)])

    rescheduling.change_from(watch, watch.occurrences.all()[1].original, rita, starts=time(4))

    assert dates(watch) == ["10-30 02:30", "10-31 04:00", "11-01 04:00"]


def test_a_draft_that_waits_is_not_published_along_the_way(home, rita):
    chor = weekly(home, count=3)
    draft = EventPage.objects.get(pk=chor.pk)
    draft.title = "Chor für alle"
    draft.save_revision()

    for verb in (rescheduling.change_from, rescheduling.end_from):
        with pytest.raises(rescheduling.DraftWaitsError):
            verb(chor, at("2026-12-10 18:15"), rita)
    with pytest.raises(rescheduling.DraftWaitsError):
        rescheduling.add(chor, rita, line("2026-12-20"))

    page = EventPage.objects.get(pk=chor.pk)
    assert page.title == "Chor"
    assert page.get_latest_revision_as_object().title == "Chor für alle"
    assert dates(chor) == ["12-03 18:15", "12-10 18:15", "12-17 18:15"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"starts": time(18), "ends": time(17, 30)}, "ends"),
        ({"first_day": date(2026, 12, 3)}, "first_day"),
        ({"first_day": date(2026, 12, 1)}, "first_day"),
        ({"first_day": date(9999, 1, 1)}, "first_day"),
        ({"starts": None}, "starts"),
    ],
)
def test_what_makes_no_sense_is_said_at_its_field_and_changes_nothing(home, rita, values, field):
    chor = weekly(home, count=3)

    with pytest.raises(ValidationError) as fault:
        rescheduling.change_from(chor, at("2026-12-10 18:15"), rita, **values)

    assert list(fault.value.message_dict) == [field]
    assert sentences(chor) == ["jeden Donnerstag, 18:15–20 Uhr, 3-mal"]


def test_a_single_date_is_no_series(home, rita):
    once = event(calendar(home), lines=[line()])

    with pytest.raises(rescheduling.NotASeriesError):
        rescheduling.change_from(once, at("2026-12-03 18:15"), rita)
