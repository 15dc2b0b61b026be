"""School holidays that ship with the house: one file for each state of which we have them."""

from datetime import date, timedelta

from django.db.models import Max, Q
from django.utils import timezone

from pages.centre.models import Centre
from pages.centre.models.centre import Region
from pages.events import school_terms
from pages.events.models import SchoolHoliday
from pages.events.upkeep import rebuild_series

IN_GOOD_TIME = timedelta(days=365)


def fill_in(region=None) -> int:
    """Enter what is shipped for a state beyond what is there; what editors corrected stays. Says how many."""
    region = region_of_the_house() if region is None else region
    known = last_known(region) or date.min
    new = [term for term in school_terms.shipped(region) if term[1] > known]
    SchoolHoliday.objects.bulk_create(
        SchoolHoliday(region=region, name=name, first_day=first, last_day=last) for name, first, last in new
    )
    if new:
        rebuild_series(Q(skips_school_holidays=True))
    return len(new)


def region_of_the_house():
    return Centre.objects.values_list("region", flat=True).first() or Region.BE


def last_known(region) -> date | None:
    """The last day of holidays that is known for a state."""
    return SchoolHoliday.of(region).aggregate(last=Max("last_day"))["last"]


def ends_soon(region, today=None) -> bool:
    last = last_known(region)
    return last is not None and last < (today or timezone.localdate()) + IN_GOOD_TIME
