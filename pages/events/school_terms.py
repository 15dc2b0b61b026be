"""The school holidays of a state, as they are shipped with the site."""

from datetime import date
from functools import cache
from pathlib import Path

import yaml

from pages.events.models.holidays import SchoolHoliday

FOLDER = Path(__file__).parent / "school_holidays"


def fill(region) -> int:
    """Write down the shipped holidays of a state; answers with how many were new.

    Where the centre has entered holidays on one of these days it knows better, and nothing is added. Nobody
    is told: whoever calls this rebuilds the dates of events that are there already.
    """
    known = list(SchoolHoliday.objects.values_list("first_day", "last_day"))
    new = [term for term in shipped(region) if not any(_touch(term, days) for days in known)]
    SchoolHoliday.objects.bulk_create(
        SchoolHoliday(name=name, first_day=first, last_day=last) for name, first, last in new
    )
    return len(new)


@cache
def shipped(region) -> tuple[tuple[str, date, date], ...]:
    """Name, first and last day of all holidays that are known for a state (ISO 3166-2:DE); none for most."""
    file = FOLDER / f"{region}.yaml"
    if file not in FOLDER.glob("*.yaml"):
        return ()
    terms = yaml.safe_load(file.read_text(encoding="utf-8"))
    return tuple(
        (term["name"], date.fromisoformat(term["first_day"]), date.fromisoformat(term["last_day"]))
        for term in terms
    )


def _touch(term, days):
    (_name, first, last), (known_first, known_last) = term, days
    return first <= known_last and known_first <= last
