"""School holidays that ship with the house: one file for each state of which we have them."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path

import yaml
from django.conf import settings
from django.db.models import Max, Q
from django.utils import timezone

from pages.centre.models import Centre
from pages.centre.regions import Region
from pages.events.models import SchoolHoliday
from pages.events.upkeep import rebuild_series

FOLDER = Path(__file__).parent / "school_holidays"
IN_GOOD_TIME = timedelta(days=365)


def fill_in(region=None) -> int:
    """Enter what is shipped for a state beyond what is there; what editors corrected stays. Says how many."""
    region = region or region_of_the_house()
    known = last_known(region)
    new = [each for each in shipped(region) if known is None or each["first_day"] > known]
    SchoolHoliday.objects.bulk_create(SchoolHoliday(region=region, **each) for each in new)
    if new:
        rebuild_series(Q(skips_school_holidays=True))
    return len(new)


def keep_up():
    """The daily job: enter what a new version brings along for the states in which our houses are."""
    for region in set(Centre.objects.values_list("region", flat=True)):
        fill_in(region)


@cache
def shipped(region):
    """Names and days, as the file of a state says; nothing where there is none."""
    file = FOLDER / f"{region}.yaml"
    if region not in Region.values or not file.exists():
        return ()
    return tuple(_read(**each) for each in yaml.safe_load(file.read_text()))


def _read(name, first_day, last_day):
    days = {"first_day": date.fromisoformat(first_day), "last_day": date.fromisoformat(last_day)}
    return {"name": {settings.LANGUAGE_CODE: name}, **days}


def region_of_the_house():
    return Centre.objects.values_list("region", flat=True).first() or Region.BE


def last_known(region) -> date | None:
    """The last day of holidays that is known for a state."""
    return SchoolHoliday.of(region).aggregate(last=Max("last_day"))["last"]


def ends_soon(region, today=None) -> bool:
    last = last_known(region)
    return last is not None and last < (today or timezone.localdate()) + IN_GOOD_TIME
