"""Events rebuilt by others than their editors: every day, when free days change, when a page is deleted."""

import logging

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from blocks.originals import originals
from pages.events.models import EventPage, Occurrence, ScheduleLine
from pages.events.occurrences import gaps, rebuild_published
from pages.events.recurrence import Frequency

log = logging.getLogger(__name__)


def rebuild_series(which=None, spans=()) -> int:
    """Rebuild all published series, or those for which a condition holds; how many of them changed.

    Single dates that begin on the days of one of the `spans` (first, last) are rebuilt with them. Each event
    by itself: one that fails undoes no other, and nobody waits for a lock longer than for one event.
    """
    wanted = ~Q(frequency=Frequency.ONCE)
    for span in spans:
        wanted |= Q(first_day__range=span)
    lines = ScheduleLine.objects.filter(wanted, page=OuterRef("pk"))
    pages = EventPage.objects.live().filter(Exists(lines), which or Q())
    keys = dict.fromkeys(pages.values_list("translation_key", flat=True))
    return _each_by_itself(keys)


def _each_by_itself(keys):
    """How many changed. Raises what went wrong with some of them once all have had their turn."""
    changed, faults = 0, []
    for key in keys:
        try:
            changed += rebuild_published(EventPage, key)
        except Exception as fault:
            log.exception("The dates of event %s could not be rebuilt.", key)
            faults.append(fault)
    if faults:
        raise ExceptionGroup("dates could not be rebuilt", faults)
    return changed


def look_ahead():
    """The daily job: series without an end go on, and whatever went wrong is mended."""
    mend()
    clear_stray()


def faults():
    """Events whose dates are not what they should be, and how; none, if all is well."""
    yield from gaps(_originals(), timezone.now())


def _originals():
    return originals(EventPage.objects.all()).order_by("pk")


def mend() -> int:
    """Rebuild every event; how many had a fault."""
    return _each_by_itself(_originals().values_list("translation_key", flat=True))


def stray():
    """Dates of events of ours that belong to another page than the original: rows that nothing explains."""
    return Occurrence.objects.filter(page__isnull=False).exclude(page__in=_originals())


def clear_stray() -> int:
    return stray().delete()[0]
