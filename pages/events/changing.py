"""What becomes of one date of an event: each verb in one transaction, told in all places at once, and logged.

Two who change the same date one after the other build on each other: the event is locked, and what is stored
is read anew. Times are moments with a zone. Whoever calls has made sure that the user may publish the event.
"""

from contextlib import contextmanager

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page

from pages.events.choices import Reason, State
from pages.events.models import Change, EventPage, Occurrence
from pages.events.occurrences import rebuild
from pages.locking import lock

LOG = "events.date"
"""How log actions about one date begin; the rest is the verb."""


class NoSuchDateError(LookupError):
    """The schedule has no such date, or no longer."""


class DateIsOverError(ValueError):
    """What has been is not changed any more, and nothing is moved back into the past."""


def cancel(page, original, user, reason=Reason.NONE, note=None):
    with _changing(page, original, user, "cancel") as change:
        change.is_cancelled, change.reason, change.reason_note = True, reason, note or {}


def postpone(page, original, user, starts, ends, reason=Reason.NONE, note=None):
    """To another day: readers see both the old date and the new one."""
    with _changing(page, original, user, "postpone") as change:
        change.is_postponed, change.starts, change.ends = True, starts, ends
        change.reason, change.reason_note = reason, note or {}


def move(page, original, user, starts, ends, reason=Reason.NONE, note=None):
    """To another time of its day. Of one that was put off to another day before, that is no longer true."""
    with _changing(page, original, user, "move") as change:
        change.is_postponed, change.starts, change.ends = False, starts, ends
        change.reason, change.reason_note = reason, note or {}


def change_room(page, original, user, room):
    with _changing(page, original, user, "room") as change:
        change.room = room


def fill(page, original, user):
    """Nobody else can come: fully booked."""
    with _changing(page, original, user, "fill") as change:
        change.is_full = True


def free(page, original, user):
    with _changing(page, original, user, "free") as change:
        change.is_full = False


def undo(page, original, user):
    """Takes back what was done last in earnest: a date that was moved and then cancelled is moved again."""
    with _changing(page, original, user, "undo") as change:
        if change.is_cancelled:
            change.is_cancelled = False
        elif change.starts and original <= timezone.now():
            raise DateIsOverError
        elif change.starts or change.room_id:
            change.is_postponed, change.starts, change.ends, change.room = False, None, None, None
        else:
            change.is_full = False
        change.reason, change.reason_note = Reason.NONE, {}


def locked(page):
    """The event as it is published, for this transaction alone."""
    lock(Page, pk=page.pk)
    return EventPage.objects.get(pk=page.pk)


def date_of(page, original, now=None):
    """The row that tells of a date as it is by now. Raises NoSuchDateError or DateIsOverError."""
    rows = Occurrence.objects.filter(page=page, original=original).exclude(state=State.POSTPONED)
    date = rows.select_related("room", "place", "outside").first()
    if date is None:
        raise NoSuchDateError
    if date.until <= (now or timezone.now()):
        raise DateIsOverError
    return date


@contextmanager
def _changing(page, original, user, verb):
    with transaction.atomic():
        page = locked(page)
        date = date_of(page, original)
        change = Change.objects.filter(event=page.translation_key, original=original).first()
        change = change or Change(event=page.translation_key, original=original)
        yield change
        change.made_by = user
        change.save()
        rebuild(page)
        log(instance=page, action=f"{LOG}.{verb}", user=user, data=_told(date, change))


def _told(date, change):
    """What a log entry has to remember, whatever becomes of the date later."""
    note = change.reason_note
    return {
        "original": date.original.isoformat(),
        "before": date.starts.isoformat(),
        "starts": change.starts and change.starts.isoformat(),
        "is_whole_day": date.is_whole_day,
        "room": str(change.room) if change.room_id else "",
        "reason": change.reason,
        "note": note.get(settings.LANGUAGE_CODE, "") if note else "",
    }
