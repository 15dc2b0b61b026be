"""What other rooms are told of dates."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pages.offers.asking import told_dates
from pages.wording import plain
from tests.make.events import at, calendar, change, event, line
from tests.make.places import room
from tests.pages.events.feeds.programmes import THURSDAYS


@pytest.fixture(autouse=True)
def _in_november():
    with time_machine.travel("2026-11-25 12:00+01:00", tick=False):
        yield


@pytest.fixture
def choir(home):
    return event(calendar(home), "Chor", lines=[line(**THURSDAYS, count=5)])


def headline(page, day="2026-12-03"):
    key = page.translation_key, at(f"{day} 18:15")
    return plain(told_dates([key])[key].headline)


def test_a_cancelled_date_is_cancelled(choir):
    change(choir, "2026-12-03 18:15", is_cancelled=True)

    assert headline(choir) == "Chor am Donnerstag, 3. Dezember fällt aus"


def test_a_postponed_date_says_when_it_will_be(choir):
    change(choir, "2026-12-03 18:15", is_postponed=True, starts="2026-12-04 17:00", ends="2026-12-04 19:00")

    assert (
        headline(choir) == "Chor am Donnerstag, 3. Dezember ist verschoben auf Freitag, 4. Dezember, 17 Uhr"
    )


def test_a_date_at_another_hour_or_in_another_room_says_so(choir):
    change(choir, "2026-12-03 18:15", starts="2026-12-03 19:00", ends="2026-12-03 20:00")
    change(choir, "2026-12-10 18:15", room=room("Keller", floor=-1))

    assert headline(choir) == "Chor am Donnerstag, 3. Dezember: diesmal 19–20 Uhr"
    assert "Keller" in headline(choir, "2026-12-10")


def test_nobody_answers_for_dates_that_are_not_for_everybody(choir):
    unknown = choir.translation_key, at("2026-12-04 18:15")
    choir.unpublish()

    assert told_dates([unknown, (choir.translation_key, at("2026-12-03 18:15"))]) == {}


def test_it_asks_as_often_for_many_dates_as_for_one(choir):
    days = ["2026-12-03", "2026-12-10", "2026-12-17"]
    keys = [(choir.translation_key, at(f"{day} 18:15")) for day in days]

    def asked(keys):
        with CaptureQueriesContext(connection) as queries:
            assert len(told_dates(keys)) == len(keys)
        return len(queries)

    assert asked(keys) == asked(keys[:1]) <= 3
    assert told_dates([]) == {}
