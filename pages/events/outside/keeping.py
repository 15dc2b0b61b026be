"""Writes down what somebody else's calendar says: all of it or nothing; what is broken changes nothing."""

import logging
from datetime import timedelta
from time import monotonic

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from pages.events.models.outside import OutsideCalendar
from pages.events.outside import rows
from pages.events.outside.fetching import Rules, fetch
from pages.events.outside.reading import read
from pages.events.outside.trouble import Fault, TroubleError

BEFORE, AHEAD = timedelta(days=31), timedelta(days=731)
"""What is kept: 1 month back, 24 months ahead."""

EVERY = timedelta(minutes=55)
"""How often each calendar is asked; a little less than the hour, so that no round is missed."""

AT_A_TIME = 60.0
"""Seconds after which a round lets the other jobs have their turn."""

log = logging.getLogger(__name__)


def fetch_due(now=None, rules: Rules = Rules()):  # noqa: B008 (it is frozen)
    """A job: fetch the calendars that were not asked for an hour, those who waited longest first."""
    now, began = now or timezone.now(), monotonic()
    due = OutsideCalendar.objects.filter(is_active=True).filter(
        Q(tried_at=None) | Q(tried_at__lte=now - EVERY)
    )
    for calendar in due.order_by(F("tried_at").asc(nulls_first=True), "pk"):
        if monotonic() - began > AT_A_TIME:
            break
        bring_in(calendar, now, rules)


def bring_in(calendar: OutsideCalendar, now, rules: Rules = Rules()) -> Fault | None:  # noqa: B008
    """Fetch one calendar and keep what it says; answers what went wrong. Raises nothing.

    Once a day it is read anew even if it says that nothing changed: our own window has moved on by then, and
    whatever was left out for an event elsewhere is judged again.
    """
    fault = None
    try:
        is_of_today = calendar.fetched_at and _day(calendar.fetched_at) == _day(now)
        found = fetch(calendar.url, calendar.etag if is_of_today else "", rules)
        reading = None if found.data is None else read(found.data, now - BEFORE, now + AHEAD)
        keep(calendar, reading, found.etag, now)
    except TroubleError as trouble:
        fault = trouble.fault
    except Exception as unexpected:
        log.error("Calendar %s could not be kept: %s", calendar.pk, type(unexpected).__name__)
        fault = Fault.BROKEN
    if fault:
        older = Q(fetched_at=None) | Q(fetched_at__lte=now)
        _same(calendar).filter(older).update(tried_at=now, trouble=fault.value)
    return fault


@transaction.atomic
def keep(calendar: OutsideCalendar, reading, etag: str, now):
    """Make the tables say what the source says; no `reading` means that it says what it said before.

    Nothing happens if the calendar was deleted or given another address meanwhile, or if somebody else
    brought in something newer.
    """
    here = _same(calendar).select_for_update().first()
    if here is None or (here.fetched_at and here.fetched_at > now):
        return
    changes = {"tried_at": now, "fetched_at": now, "trouble": "", "etag": etag}
    if reading is not None:
        rows.write(here, reading.events, now)
        changes["unreadable"] = reading.unreadable
    OutsideCalendar.objects.filter(pk=here.pk).update(**changes)


def _same(calendar):
    return OutsideCalendar.objects.filter(pk=calendar.pk, url=calendar.url)


def _day(moment):
    return timezone.localdate(moment)
