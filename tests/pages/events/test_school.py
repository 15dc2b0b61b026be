from datetime import date
from itertools import pairwise

import pytest
import time_machine
from django.urls import reverse

from pages.centre.models import Closure
from pages.centre.regions import Region
from pages.events import school
from pages.events.models import Occurrence, SchoolHoliday
from tests.make.centre import centre
from tests.make.editing import editor, volunteer
from tests.make.events import calendar, event, line

HOLIDAYS = "wagtailsnippets_events_schoolholiday:list"


@pytest.fixture(autouse=True)
def _in_november():
    with time_machine.travel("2026-11-25 12:00+01:00"):
        yield


@pytest.fixture(autouse=True)
def _in_berlin(home):
    school.fill_in("BE")


@pytest.fixture
def chor(home):
    lines = [line(frequency="weekly", last_day=date(2026, 12, 31))]
    return event(calendar(home), "Chor", lines, skips_school_holidays=True, on_closed_days="skip")


def days():
    return [f"{row.starts:%m-%d}" for row in Occurrence.objects.all()]


def test_a_house_knows_the_holidays_of_its_state(home, chor):
    house = centre(region="BE")
    in_berlin = days()
    house.region = "BW"
    house.save()

    assert in_berlin == ["12-03", "12-10", "12-17"]
    assert SchoolHoliday.of("BW").exists()
    assert not SchoolHoliday.of("BW").filter(region="BE").exists()


def test_what_editors_corrected_is_not_filled_in_again(home):
    centre(region="BE")
    SchoolHoliday.objects.filter(region="BE").first().delete()
    left = SchoolHoliday.objects.count()

    assert school.fill_in("BE") == 0
    assert SchoolHoliday.objects.count() == left


def test_holidays_that_a_new_version_brings_are_entered_within_a_day(home, chor):
    centre(region="BE")
    with_all = days()
    SchoolHoliday.objects.filter(first_day__gte=date(2026, 12, 1)).delete()
    without = days()

    school.keep_up()

    assert without != with_all
    assert days() == with_all


def test_holidays_and_closed_days_move_the_dates_of_series_at_once(home, chor):
    house = centre()
    SchoolHoliday.objects.all().delete()
    before = days()

    typed = SchoolHoliday.objects.create(
        name="Frei", first_day=date(2026, 12, 10), last_day=date(2026, 12, 10)
    )
    closed = Closure.objects.create(
        centre=house, first_day=date(2026, 12, 17), last_day=date(2026, 12, 17), reason="Umbau"
    )
    after = days()
    typed.delete()
    closed.delete()

    assert before == ["12-03", "12-10", "12-17", "12-24", "12-31"]
    assert after == ["12-03", "12-24", "12-31"]
    assert days() == before


def test_an_editor_keeps_the_holidays_and_is_told_when_they_run_out(client, home):
    centre(region="BE")
    client.force_login(editor())
    fine = client.get(reverse(HOLIDAYS)).content.decode()
    with time_machine.travel("2028-12-01 12:00+01:00"):
        client.force_login(editor("kim"))
        running_out = client.get(reverse(HOLIDAYS)).content.decode()

    assert "Sommerferien" in fine
    assert "Bitte tragen Sie die nächsten rechtzeitig ein." not in fine
    assert "Bitte tragen Sie die nächsten rechtzeitig ein." in running_out


def test_where_nothing_is_known_it_is_said_plainly(client, home, monkeypatch):
    monkeypatch.setattr(school, "FOLDER", school.FOLDER / "nowhere")
    school.shipped.cache_clear()
    SchoolHoliday.objects.all().delete()
    client.force_login(editor())

    html = client.get(reverse(HOLIDAYS)).content.decode()
    school.shipped.cache_clear()

    assert "Für Ihr Bundesland sind keine Schulferien bekannt." in html


def test_volunteers_do_not_change_the_holidays(client, home):
    client.force_login(volunteer())

    assert client.get(reverse(HOLIDAYS)).status_code == 302


@pytest.mark.parametrize("region", Region.values)
def test_the_holidays_of_each_state_are_known_three_years_ahead(region):
    known = school.shipped(region)

    assert known[0]["first_day"] < date(2025, 12, 1)
    assert known[-1]["last_day"] > date(2029, 7, 1)
    for each, after in pairwise(known):
        assert each["first_day"] <= each["last_day"] < after["first_day"]
