"""The programme of the demo is full and alive, on whatever day it is loaded."""

import re
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import F
from django.http import QueryDict
from django.test import override_settings

from pages.events.choices import OnClosedDays, Reason, State, Weather
from pages.events.listing import open_dates
from pages.events.models import Change, EventPage, Occurrence, ScheduleLine
from pages.events.recurrence import Frequency
from pages.events.upkeep import faults
from pages.events.wall import BERLIN
from pages.offers.choices import Cost, Per, Registration
from pages.topics.models import Audience, Topic
from quartier.demo.loading import load
from tests.make.demo import at_another_day, german_demo
from tests.make.editing import filled

pytestmark = pytest.mark.django_db

LOADED_ON = date(2027, 12, 31)
OTHER_DAYS = {
    "first day of a year": date(2027, 1, 1),
    "29 February": date(2028, 2, 29),
    "clock goes forward": date(2027, 3, 28),
    "Good Friday": date(2027, 3, 26),
    "day of the summer feast": date(2027, 6, 26),
    "amid the summer break": date(2027, 7, 21),
    "a Sunday": date(2027, 9, 19),
    "clock goes back": date(2026, 10, 25),
    "a Monday in November": date(2026, 11, 23),
    "Christmas Eve": date(2026, 12, 24),
    "a year of which no holidays are known": date(2031, 5, 6),
}
DAY_OR_TIME = re.compile(r"\d\s?Uhr|\b(Mon|Diens|Mitt|Donners|Frei|Sams|Sonn)(tag|woch)s?\b")


def moment(day, hour=0):
    return datetime.combine(day, time(hour), BERLIN)


def on(day, hour=0):
    return time_machine.travel(moment(day, hour), tick=False)


@pytest.fixture(scope="module", autouse=True)
def demo_centre(django_db_setup, django_db_blocker, tmp_path_factory):
    """Loaded once for all tests in this file, on the last day of a year, and taken back."""
    folder = tmp_path_factory.mktemp("demo")
    files = override_settings(DATA_DIR=folder, MEDIA_ROOT=folder / "media")
    with django_db_blocker.unblock(), files, transaction.atomic():
        with on(LOADED_ON, hour=9):
            load(german_demo(folder / "demo"))
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module", params=[LOADED_ON, *OTHER_DAYS.values()], ids=["New Year's Eve", *OTHER_DAYS])
def today(request, demo_centre, django_db_blocker):
    """The day on which the demo is loaded."""
    with on(request.param, hour=9), django_db_blocker.unblock(), transaction.atomic():
        if request.param != LOADED_ON:
            at_another_day(request.param)
        yield request.param
        transaction.set_rollback(True)


def test_today_something_is_on_until_late(today):
    dates = open_dates().filter(page__isnull=False).taking_place()

    assert dates.between(moment(today), moment(today + timedelta(days=1))).count() >= 2
    for hour in (9, 12, 18, 21, 23):
        assert (
            dates.not_over(moment(today, hour)).filter(starts__lt=moment(today + timedelta(days=1))).exists()
        )


def test_next_week_something_is_cancelled_postponed_full_and_in_another_room(today):
    monday = today + timedelta(days=7 - today.weekday())
    week = open_dates().filter(starts__gte=moment(monday), starts__lt=moment(monday + timedelta(days=7)))

    assert week.filter(state=State.CANCELLED).exclude(reason=Reason.NONE).count() >= 2
    assert week.filter(state=State.POSTPONED, moved_to__gt=F("starts")).exists()
    assert week.taking_place().filter(is_full=True).exists()
    assert week.taking_place().filter(is_moved=True, starts=F("original"), room__isnull=False).exists()
    assert not week.filter(state=State.CLOSED).exists()
    assert week.count() >= 25


def test_within_a_year_the_house_is_closed_in_summer_and_for_two_shorter_times(today):
    shown = open_dates().filter(state=State.CLOSED, starts__gte=moment(today))
    notes = {str(row.reason_note): row.starts.month for row in shown}

    assert len(notes) == 3
    assert notes["Sommerpause: Wir machen zwei Wochen Ferien"] in (7, 8)


def test_nobody_promises_what_another_change_takes_back(today):
    assert Change.objects.count() >= 16
    assert set(Change.objects.values_list("reason", flat=True)) == set(Reason.values)
    for change in Change.objects.all():
        rows = Occurrence.objects.filter(event=change.event, original=change.original)
        assert rows.count() == 1 + change.is_postponed
    assert not list(faults())


def test_all_year_round_there_is_something_every_day(today):
    days = {row.starts.astimezone(BERLIN).date() for row in open_dates().taking_place()}

    assert days >= {today + timedelta(days=n) for n in range(700)}


def test_the_calendar_of_a_partner_hangs_beside_ours():
    outside = open_dates().filter(outside__isnull=False)

    assert outside.filter(starts__gte=moment(LOADED_ON)).count() >= 5
    assert outside.filter(is_whole_day=True).exists()
    assert {row.outside.calendar.partner.title for row in outside} == {"Kiezwerkstatt e. V."}


def test_there_are_about_sixty_events_of_every_kind_of_schedule():
    lines = ScheduleLine.objects.all()

    assert 60 <= EventPage.objects.live().count() <= 70
    assert {line.frequency for line in lines} == {each.value for each in Frequency}
    series = lines.exclude(frequency=Frequency.ONCE)
    assert {line.interval for line in series} >= {1, 2, 3}
    assert any(len(line.weekdays) > 1 for line in series)
    assert {position for line in lines for position in line.positions} >= {1, 2, 3, 4, -1}
    assert any(line.positions == [2, 4] for line in lines)
    assert series.filter(count__gt=1).exists()
    assert series.filter(last_day__gt=LOADED_ON).exists()
    assert lines.filter(starts=None, more_days__gt=1).exists()
    assert lines.filter(starts__isnull=False, more_days__gt=0).exists()
    assert lines.filter(starts__isnull=False, ends=None).exists()
    assert lines.filter(ends__lt=F("starts"), more_days=0).exists()


def test_there_is_every_way_to_leave_out_to_add_and_to_go_on_in_another_way():
    events = list(EventPage.objects.prefetch_related("lines", "left_out"))
    kinds = {event.slug: [line.frequency == "once" for line in event.lines.all()] for event in events}

    assert {event.on_closed_days for event in events} == set(OnClosedDays.values)
    assert {event.skips_public_holidays for event in events} == {True, False}
    assert {event.skips_school_holidays for event in events} == {True, False}
    assert any(event.left_out.all() for event in events)
    assert kinds["naehcafe"] == [False, True, True]
    first, second = EventPage.objects.get(slug="schachrunde").lines.all()
    assert first.last_day < second.first_day
    assert (first.starts, first.room) != (second.starts, second.room)


def test_there_is_every_way_to_take_part_to_pay_and_to_meet():
    events = EventPage.objects.all()

    assert {each.registration for each in events} == set(Registration.values)
    assert {each.cost for each in events} == set(Cost.values)
    assert {each.price_per for each in events if each.price} == set(Per.values)
    assert {each.weather for each in events} == set(Weather.values)
    assert not set(Audience.objects.all()) - {each for event in events for each in event.audiences.all()}
    told = {each.slug for event in events for each in event.topics.all()}
    assert set(Topic.objects.values_list("slug", flat=True)) - told <= {"raeume"}
    assert len({code for each in events for code in each.languages}) >= 10
    for name in ("partner", "service", "fundings", "doors", "seats", "place"):
        assert events.filter(**{f"{name}__isnull": False}).exists(), name
    for name in ("is_online", "has_interpreter", "has_sign_language", "has_child_care"):
        assert events.filter(**{name: True}).exists(), name
    assert events.filter(service__isnull=False).count() >= 20
    assert events.filter(partner__isnull=False).values("partner").distinct().count() >= 5
    assert not events.filter(contact=None)
    assert not events.filter(room=None, place=None, is_online=False)


def test_day_and_time_of_an_event_are_told_by_fields_and_by_no_summary():
    events = EventPage.objects.values_list("title", "summary")

    assert [title for title, summary in events if not summary or DAY_OR_TIME.search(summary)] == []


def test_every_event_could_be_published_again_as_it_stands():
    forms = {event.slug: sent_again(event) for event in EventPage.objects.all()}

    assert {slug: form.errors for slug, form in forms.items() if not form.is_valid()} == {}


def test_an_event_with_a_gap_could_not_be_published_again():
    event = EventPage.objects.get(slug="hofflohmarkt")
    event.registration_form = event.price = None

    assert set(sent_again(event).errors) == {"registration_form", "price"}


def sent_again(event):
    """The form in which the event is edited, as it comes back when nobody changed anything."""
    form_of = EventPage.get_edit_handler().get_form_class()
    admin = get_user_model().objects.get(username="admin")
    made = {"instance": event, "for_user": admin, "parent_page": event.get_parent()}
    return form_of(sent(form_of(**made)), **made)


def sent(form):
    """What a browser would send back of a form in which nobody changed anything; without its bricks."""
    forms = [form, *(each for formset in form.formsets.values() for each in formset)]
    forms += [formset.management_form for formset in form.formsets.values()]
    fields = [str(each[name]) for each in forms for name in each.fields if name != "body"]
    data = {"body-count": "0", **filled(f"<form>{''.join(fields)}</form>")}
    return QueryDict(urlencode(data, doseq=True))
