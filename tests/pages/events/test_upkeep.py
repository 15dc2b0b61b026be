from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Locale, Page

from pages.centre.models import Centre, Closure
from pages.events import occurrences, upkeep
from pages.events.models import Change, EventPage, Occurrence, ScheduleLine
from pages.events.occurrences import rebuild, rebuild_published
from pages.events.recurrence import LAST, Frequency
from tests.make.events import at, calendar, change, event, line
from tests.make.places import room
from tests.make.services import in_english
from tests.make.threads import at_once

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
THURSDAYS = {"first_day": "2026-12-03", "frequency": "weekly"}


@pytest.fixture(autouse=True)
def _in_november():
    with time_machine.travel(NOON, tick=False):
        yield


def rows():
    return list(Occurrence.objects.values_list("event", "original", "starts", "until", "state", "page"))


def test_a_day_later_the_calendar_looks_a_day_further(home):
    daily = event(calendar(home), lines=[line("2026-12-01", frequency="daily")])
    before = daily.occurrences.count()

    with time_machine.travel(NOON + timedelta(days=3), tick=False):
        upkeep.look_ahead()

    assert daily.occurrences.count() == before + 3


def test_a_table_that_was_tampered_with_is_named_and_put_right(home, capsys):
    house = calendar(home)
    page = event(house, "Chor", lines=[line(**THURSDAYS, count=5)])
    event(house, "Nähcafé")
    right = rows()
    Occurrence.objects.filter(page=page).first().delete()
    Occurrence.objects.filter(page=page, pk=page.occurrences.last().pk).update(starts=at("2026-12-24 10:00"))

    with pytest.raises(CommandError):
        call_command("occurrences")
    assert "Chor: 2 missing, 1 wrong" in capsys.readouterr().out

    call_command("occurrences", repair=True)
    call_command("occurrences")
    assert rows() == right


def test_one_event_that_fails_stops_no_other(home, monkeypatch):
    house = calendar(home)
    broken, whole = event(house, "Chor"), event(house, "Nähcafé")
    Occurrence.objects.all().delete()
    schedule = EventPage.schedule.fget
    monkeypatch.setattr(
        EventPage, "schedule", property(lambda page: schedule(page) if page.title != "Chor" else crash())
    )

    with pytest.raises(ExceptionGroup):
        upkeep.look_ahead()

    assert [row.page_id for row in Occurrence.objects.all()] == [whole.pk]
    assert broken.pk != whole.pk


def test_dates_that_belong_to_no_event_are_cleared(home):
    german = event(calendar(home))
    english = in_english(german)
    Occurrence.objects.filter(page=german).update(page=english)

    call_command("occurrences", repair=True)

    assert [row.page_id for row in Occurrence.objects.all()] == [german.pk]


def test_a_translation_has_no_dates_of_its_own(home):
    german = event(calendar(home), lines=[line(**THURSDAYS, count=2)])
    english = in_english(german)
    english.lines = [line("2027-01-01")]
    english.save_revision().publish()

    assert {row.page_id for row in Occurrence.objects.all()} == {german.pk}
    assert Occurrence.objects.count() == 2
    assert Locale.objects.count() > 1


def test_an_event_that_is_deleted_is_over_in_every_language(home):
    german = event(calendar(home), lines=[line(**THURSDAYS, count=2)])
    english = in_english(german)

    EventPage.objects.get(pk=german.pk).delete()

    english.refresh_from_db()
    assert not english.live
    assert Occurrence.objects.count() == 0


def test_an_event_goes_on_where_a_translation_is_deleted(home):
    german = event(calendar(home), lines=[line(**THURSDAYS, count=2)])
    in_english(german).delete()

    german.refresh_from_db()
    assert german.live
    assert german.occurrences.count() == 2


def test_what_is_withdrawn_when_its_time_is_over_has_no_dates_either(home):
    page = event(calendar(home), lines=[line(**THURSDAYS, count=2)])
    EventPage.objects.filter(pk=page.pk).update(expire_at=NOON - timedelta(hours=1))

    call_command("publish_scheduled")

    assert not Page.objects.get(pk=page.pk).live
    assert rows() == []


def test_a_room_that_is_given_up_leaves_its_dates_where_the_event_is(home):
    hall, kitchen = room(name="Saal"), room(name="Küche")
    page = event(calendar(home), lines=[line(**THURSDAYS, count=2, room=kitchen)], room=hall)
    change(page, "2026-12-10 18:15", room=room(name="Keller"))

    kitchen.delete()

    assert [str(row.room) for row in page.occurrences.all()] == ["Saal", "Keller"]
    assert list(upkeep.faults()) == []


@pytest.fixture
def closures(home):
    house = Centre.for_site(home.get_site())

    def close(*spans):
        days = [tuple(map(date.fromisoformat, span)) for span in spans]
        house.closures = [Closure(first_day=first, last_day=last) for first, last in days]
        house.save()

    return close


def test_days_on_which_the_house_is_closed_are_told_at_once_and_taken_back(home, closures):
    house = calendar(home)
    chor, lesung = event(house, "Chor", lines=[line(**THURSDAYS, count=2)]), event(house, "Lesung")
    event(house, "Im Park", on_closed_days="ignore")

    closures(("2026-12-01", "2026-12-04"))
    closed = {row.page.title for row in Occurrence.objects.filter(state="closed")}
    closures(("2026-12-08", "2026-12-11"))
    later = [row.state for row in (*chor.occurrences.all(), *lesung.occurrences.all())]
    closures()

    assert closed == {"Chor", "Lesung"}
    assert later == ["scheduled", "closed", "scheduled"]
    assert {row.state for row in Occurrence.objects.all()} == {"scheduled"}
    assert list(upkeep.faults()) == []


def test_who_saves_the_form_of_the_house_rebuilds_nothing_where_no_day_changed(home, closures):
    event(calendar(home), "Chor", lines=[line(**THURSDAYS, count=2)])
    closures(("2026-12-01", "2026-12-04"))
    house = Centre.objects.get()
    house.phone = "030 123"

    with CaptureQueriesContext(connection) as queries:
        house.save()

    assert not [query for query in queries if "events_scheduleline" in query["sql"]]


def test_an_hour_that_comes_twice_is_no_new_date_each_time(home):
    page = event(calendar(home), lines=[line("2027-10-31", "02:30", "02:45")])
    before = list(page.occurrences.values_list("pk", flat=True))

    assert rebuild(page) is False
    assert list(page.occurrences.values_list("pk", flat=True)) == before


def test_two_times_that_a_clock_change_makes_one_are_one_date(home):
    page = event(
        calendar(home), lines=[line("2027-03-28", "02:30", "04:00"), line("2027-03-28", "03:30", "04:00")]
    )

    assert page.occurrences.count() == 1


def crash(*_args, **_kwargs):
    return 1 / 0


def test_a_crash_in_the_middle_changes_nothing(home, monkeypatch):
    page = event(calendar(home), lines=[line(**THURSDAYS, count=3)])
    right = rows()
    page.lines = [line("2027-02-01", frequency="weekly", count=7)]
    monkeypatch.setattr(type(Occurrence.objects), "bulk_create", crash)

    with pytest.raises(ZeroDivisionError):
        page.save()

    assert rows() == right
    assert [each.first_day for each in ScheduleLine.objects.all()] == [date(2026, 12, 3)]


LINES = st.builds(
    ScheduleLine,
    first_day=st.dates(date(2026, 6, 1), date(2027, 12, 31)),
    frequency=st.sampled_from([each.value for each in Frequency]),
    interval=st.integers(1, 4),
    weekdays=st.lists(st.integers(1, 7), unique=True, max_size=3),
    positions=st.lists(st.sampled_from([1, 2, 3, 4, LAST]), unique=True, max_size=2),
    starts=st.none()
    | st.times(time(0), time(22)).map(lambda moment: moment.replace(second=0, microsecond=0)),
    count=st.none() | st.integers(1, 30),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(LINES, min_size=1, max_size=3), on=st.integers(0, 400), data=st.data())
def test_whatever_happens_the_table_is_what_the_schedules_say(home, lines, on, data):
    EventPage.objects.all().delete()
    house = home.get_children().first()
    page = event(house.specific if house else calendar(home), lines=lines, skips_public_holidays=True)
    assert rebuild(page) is False

    with time_machine.travel(NOON + timedelta(days=on), tick=False):
        over = [row for row in rows() if row[3] <= NOON + timedelta(days=on)]
        upkeep.look_ahead()
        if there := [row for row in rows() if row[3] > NOON + timedelta(days=on)]:
            chosen = data.draw(st.sampled_from(there))
            others = [row for row in rows() if row[1] != chosen[1]]
            Change.objects.create(event=page.translation_key, original=chosen[1], is_cancelled=True)
            rebuild_published(EventPage, page.translation_key)
            assert [row for row in rows() if row[1] != chosen[1]] == others

        assert list(upkeep.faults()) == []
        assert set(over) <= set(rows())


@pytest.mark.django_db(transaction=True)
def test_two_who_change_an_event_at_once_leave_a_right_table(home, transactional_db):
    page = event(calendar(home), lines=[line(**THURSDAYS, count=6)])
    originals = list(page.occurrences.values_list("original", flat=True))

    def publish():
        mine = EventPage.objects.get(pk=page.pk)
        mine.lines = [line("2026-12-01", frequency="weekly", count=9)]
        mine.save()

    def cancel():
        Change.objects.get_or_create(
            event=page.translation_key, original=originals[2], defaults={"is_cancelled": True}
        )
        occurrences.rebuild_published(EventPage, page.translation_key)

    at_once(publish, cancel, upkeep.look_ahead, busy=(OperationalError, ExceptionGroup))

    assert list(upkeep.faults()) == []


def test_an_undone_change_is_as_if_it_had_never_been(home):
    page = event(calendar(home), lines=[line(**THURSDAYS, count=3)])
    right = rows()

    made = change(page, "2026-12-10 18:15", is_cancelled=True, reason="illness")
    assert rows() != right

    made.delete()
    rebuild(page)
    assert rows() == right
