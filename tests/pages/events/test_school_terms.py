"""School holidays are there from the start, and what the centre knows better stays."""

from datetime import date, timedelta

import pytest

from pages.centre.models.centre import Region
from pages.events.models import SchoolHoliday
from pages.events.school import fill_in as fill
from pages.events.school_terms import shipped

pytestmark = pytest.mark.django_db


def test_a_new_centre_has_the_holidays_of_its_state():
    new = fill("BE")

    summer = SchoolHoliday.objects.get(first_day=date(2027, 7, 1))
    assert new == SchoolHoliday.objects.count() == len(shipped("BE"))
    assert (str(summer), summer.last_day) == ("Sommerferien", date(2027, 8, 14))


def test_to_fill_them_in_again_adds_nothing():
    fill("BE")

    assert fill("BE") == 0
    assert SchoolHoliday.objects.count() == len(shipped("BE"))


def test_holidays_that_the_centre_corrected_are_not_added_beside_its_own():
    fill("BE")
    SchoolHoliday.objects.filter(first_day=date(2027, 7, 1)).update(
        first_day=date(2027, 7, 5), name={"de": "Ferien"}
    )

    fill("BE")

    july = SchoolHoliday.objects.filter(first_day__lte=date(2027, 7, 31), last_day__gte=date(2027, 7, 1))
    assert [str(each) for each in july] == ["Ferien"]


@pytest.mark.parametrize("region", Region.values)
def test_every_state_has_summer_holidays_in_every_year_and_none_that_end_before_they_begin(region):
    terms = shipped(region)

    summers = {first.year for name, first, last in terms if last - first > timedelta(days=30)}
    assert summers >= {2026, 2027, 2028}
    assert all(name and first <= last for name, first, last in terms)


@pytest.mark.parametrize("region", ["", "XX", "../school_holidays/BE", "BE\0"])
def test_of_a_state_that_does_not_exist_nothing_is_known(region):
    assert shipped(region) == ()
    assert fill(region) == 0
