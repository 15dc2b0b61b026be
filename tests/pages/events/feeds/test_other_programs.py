"""Programs that we did not write find our dates, and no others."""

from datetime import date

import pytest
import time_machine

from pages.centre.models import Centre, Closure
from pages.events.models import EventPage, SchoolHoliday
from tests.make.events import calendar, line
from tests.make.other_calendars import (
    assert_same_as_our_own,
    read_in_javascript,
    read_in_python,
)
from tests.pages.events.feeds.programmes import PROGRAMMES, THURSDAYS, programme

READERS = pytest.mark.parametrize(
    "read", [read_in_python, pytest.param(read_in_javascript, marks=pytest.mark.browser)]
)


@pytest.fixture
def house(home):
    with time_machine.travel("2026-11-25 12:00+01:00", tick=False):
        centre = Centre.for_site(home.get_site())
        Closure.objects.create(
            centre=centre, first_day=date(2026, 12, 21), last_day=date(2027, 1, 3), reason="Winterpause"
        )
        SchoolHoliday.objects.create(
            name="Weihnachten", first_day=date(2026, 12, 22), last_day=date(2027, 1, 2)
        )
        yield calendar(home)


@READERS
@pytest.mark.parametrize("given", PROGRAMMES.values(), ids=PROGRAMMES)
def test_an_event_of_every_kind(house, read, given):
    programme(house, **given)

    assert_same_as_our_own(house, readers=[read])


@READERS
def test_all_of_them_together(house, read):
    for name, given in PROGRAMMES.items():
        programme(house, title=name, **given)

    assert_same_as_our_own(house, readers=[read])


@READERS
def test_a_series_that_was_entered_anew_keeps_its_past(house, read):
    page = programme(house, [THURSDAYS])
    with time_machine.travel("2027-03-12 12:00+01:00", tick=False):
        page = EventPage.objects.get(pk=page.pk)
        page.lines = [line("2026-12-01", "19:00", None, "weekly")]
        page.save_revision().publish()

        assert_same_as_our_own(house, readers=[read])


@READERS
def test_what_is_left_of_a_series_under_a_filter(house, read):
    programme(house, **PROGRAMMES["changed, one in another room"], cost="donation")
    programme(house, [THURSDAYS], cost="fixed", price=3)

    assert_same_as_our_own(house, "kostenlos=1", readers=[read])
