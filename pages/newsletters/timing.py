"""Which dates of an event an issue tells: those of its period, else the next ones."""

from collections import defaultdict
from datetime import date, datetime, timedelta

from django.db.models import Q

from pages.events.days import begin_of
from pages.events.listing import LONGEST, open_dates, told
from pages.events.models import Occurrence

A_DAY = timedelta(days=1)
NEXT = 3
"""So many dates are told of an event that has none in the period: it was chosen all the same."""

LOOKED_AT = 300


def dates(keys, first: date | None, last: date | None, now: datetime) -> dict[object, list[Occurrence]]:
    """The dates of the events with these translation keys, by key, as readers may know of them.

    Four queries at most, whatever the number of events.
    """
    rows = open_dates().filter(event__in=keys).order_by("starts", "event", "original")
    since = begin_of(first) if first else now
    within = _within(rows, first, last, now)
    found = set(within.values_list("event", flat=True)) if within is not None else set()
    rest = [key for key in keys if key not in found]
    numbers = _next(rows.filter(event__in=rest), since) if rest else []
    wanted = Q(pk__in=numbers) | (
        Q(pk__in=within.order_by().values("pk")) if within is not None else Q(pk__in=[])
    )
    by_key = defaultdict(list)
    for row in told(rows.filter(wanted)):
        by_key[row.event].append(row)
    return by_key


def _within(rows, first, last, now):
    """None where the issue names no last day."""
    if last is None:
        return None
    return rows.between(begin_of(first) if first else now, begin_of(last + A_DAY))


def _next(rows, since):
    """The numbers of the first few dates of each event from a moment on."""
    found = defaultdict(list)
    ahead = rows.filter(until__gt=since, starts__gt=since - LONGEST)
    for number, event in ahead.values_list("pk", "event")[:LOOKED_AT]:
        if len(found[event]) < NEXT:
            found[event].append(number)
    return [number for numbers in found.values() for number in numbers]
