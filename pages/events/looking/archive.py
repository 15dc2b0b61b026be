"""What is over, year by year."""

from datetime import date

from django.db.models import Exists, Subquery

from pages.events.days import begin_of
from pages.events.spoken import local


def past(dates, year, now):
    """Those of a queryset that began in a year and are over, newest first; none without a year."""
    found = _of_year(dates.filter(until__lte=now), year) if year else dates.none()
    return found.order_by("-starts", "event", "original")


def years(page, dates, first: date | None, now) -> list[int]:
    """The years from that of the day `first` on in which something was is over, newest first. One query."""
    over = dates.filter(until__lte=now)
    asked = {f"in_{year}": year for year in range(local(now).year, first.year - 1, -1)} if first else {}
    found = _asked(page, {name: Exists(_of_year(over, year)) for name, year in asked.items()})
    return [year for name, year in asked.items() if found.get(name)]


def reach(page, dates) -> tuple[date | None, date | None]:
    """The days on which the first and the last of some dates begin. One query."""
    begins = dates.values("starts")
    found = _asked(
        page,
        {
            "first": Subquery(begins.order_by("starts")[:1]),
            "last": Subquery(begins.order_by("-starts")[:1]),
        },
    )
    return tuple(found.get(name) and local(found[name]).date() for name in ("first", "last"))


def _asked(page, questions):
    """The answers to several questions at once; the page only lends its row to put them to."""
    if not questions:
        return {}
    return type(page).objects.filter(pk=page.pk).order_by().values(**questions).first() or {}


def _of_year(dates, year):
    return dates.filter(starts__gte=begin_of(date(year, 1, 1)), starts__lt=begin_of(date(year + 1, 1, 1)))
