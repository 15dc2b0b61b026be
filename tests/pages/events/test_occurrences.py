from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from pages.events.listing import open_dates, told, upcoming
from pages.events.models import EventPage, Occurrence
from pages.events.wall import BERLIN
from tests.make.events import calendar, change, event, line

THURSDAYS = {"first_day": "2026-12-03", "frequency": "weekly"}


@pytest.fixture(autouse=True)
def _in_november():
    with time_machine.travel("2026-11-25 12:00+01:00", tick=False):
        yield


def days(page=None):
    rows = Occurrence.objects.all() if page is None else page.occurrences.all()
    return [f"{row.starts.astimezone(BERLIN):%m-%d %H:%M} {row.state}" for row in rows]


def test_what_is_published_has_its_dates_at_once(home):
    event(calendar(home), lines=[line(**THURSDAYS, count=2)])

    assert days() == ["12-03 18:15 scheduled", "12-10 18:15 scheduled"]


def test_a_draft_changes_no_date(home):
    page = event(calendar(home), lines=[line(**THURSDAYS, count=2)])
    draft = page.specific
    draft.lines = [line("2026-12-24")]
    draft.save_revision()

    assert days() == ["12-03 18:15 scheduled", "12-10 18:15 scheduled"]

    draft.get_latest_revision().publish()
    assert days() == ["12-24 18:15 scheduled"]


def test_what_is_withdrawn_has_no_dates(home):
    page = event(calendar(home))
    page.unpublish()

    assert days() == []


def test_a_series_without_an_end_is_written_down_for_two_years(home):
    page = event(calendar(home), lines=[line(**THURSDAYS)])

    last = page.occurrences.last().starts
    assert timedelta(days=720) < last - timezone.now() < timedelta(days=732)


def test_a_change_of_one_date_is_told_at_once(home):
    page = event(calendar(home), lines=[line(**THURSDAYS, count=2)])
    change(page, "2026-12-03 18:15", is_postponed=True, starts="2026-12-04 17:00", ends="2026-12-04 19:00")

    assert days() == ["12-03 18:15 postponed", "12-04 17:00 scheduled", "12-10 18:15 scheduled"]


def test_the_past_stays_as_it_was(home):
    page = event(calendar(home), lines=[line(**THURSDAYS)])
    with time_machine.travel("2026-12-12 12:00+01:00", tick=False):
        page = EventPage.objects.get(pk=page.pk)
        page.lines = [line("2026-12-01", frequency="weekly", count=4)]
        page.save_revision().publish()

    assert days()[:4] == [
        "12-03 18:15 scheduled",
        "12-10 18:15 scheduled",
        "12-15 18:15 scheduled",
        "12-22 18:15 scheduled",
    ]


def test_dates_are_told_in_four_queries(home, django_assert_num_queries):
    house = calendar(home)
    for number in range(5):
        event(house, f"Chor {number}")

    with django_assert_num_queries(4):
        dates = told(upcoming(open_dates(house)))

    assert sorted(date.title for date in dates) == [f"Chor {number}" for number in range(5)]
