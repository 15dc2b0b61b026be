"""Whose mail is whose: each is claimed by one worker, and falls back to all when that worker is gone."""

from datetime import timedelta
from typing import NamedTuple

from django.db import connection, transaction
from django.db.models import Case, Exists, OuterRef, Q, Value, When
from django.utils import timezone

from pages.mailings.delivering import workers
from pages.mailings.models import IN_FLIGHT, WAITING, Delivery, Mailing, Progress, Purpose, State
from pages.subscribers.models import State as Subscription

LEASE = timedelta(minutes=20)
"""Longer than the longest time between a dot and its answer."""


class Due(NamedTuple):
    """A claimed mail, and what is true of its reader right now."""

    pk: int
    mailing: int
    language: str
    address: str
    key: str
    tries: int
    first_try_at: object
    progress: str
    reader: int | None
    reader_secret: str | None
    reader_state: str | None
    reader_key: str | None

    @property
    def is_wanted(self):
        """Whether its reader is still there, under this address, and wants it."""
        return self.reader_state == Subscription.CONFIRMED and self.reader_key == self.key


FIELDS = [
    *("pk", "mailing", "language", "address", "key", "tries", "first_try_at", "mailing__progress"),
    *("subscriber", "subscriber__secret", "subscriber__state", "subscriber__key"),
]


def on_their_way(now):
    """The mailings that are to be worked off, in this order: corrections cannot wait."""
    urgent = Case(When(purpose=Purpose.CORRECTION, then=Value(0)), default=Value(1))
    going = Mailing.objects.filter(progress=Progress.SENDING, starts_at__lte=now)
    return list(going.order_by(urgent, "starts_at", "pk").values_list("pk", flat=True))


def waiting(mailings, now):
    """The mails of these that are due."""
    return Delivery.objects.filter(mailing__in=mailings, state=State.QUEUED, next_try__lte=now)


def claim(worker, mailings, count, now) -> list[int]:
    """Up to so many that nobody else has; all of the same mailing."""
    for mailing in mailings:
        due = waiting([mailing], now).order_by("next_try")
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True)
        with transaction.atomic():
            keys = list(due.values_list("pk", flat=True)[:count])
            mine = Delivery.objects.filter(pk__in=keys, state=State.QUEUED)
            if keys and mine.update(state=State.CLAIMED, worker=worker, lease_until=now + LEASE):
                return keys
    return []


def look(worker, keys) -> list[Due]:
    """What is claimed by this worker, as it is now."""
    mine = Delivery.objects.filter(pk__in=keys, worker=worker, state=State.CLAIMED)
    return [Due(*row) for row in mine.values_list(*FIELDS)]


def release(worker, keys):
    """Give back what was not handed over; it does not count as a try."""
    mine = Delivery.objects.filter(pk__in=keys, worker=worker, state=State.CLAIMED)
    mine.update(state=State.QUEUED, worker="", lease_until=None)


def sweep(now=None):
    """What the dead have left: what they had only claimed is surely not sent; the rest nobody can know."""
    now = now or timezone.now()
    with workers.dead() as dead:
        left = Delivery.objects.filter(Q(worker__in=dead) | Q(lease_until__lte=now), state__in=IN_FLIGHT)
        keys = dict(left.values_list("pk", "state"))
        if keys:
            left.filter(pk__in=keys, state=State.CLAIMED).update(
                state=State.QUEUED, worker="", lease_until=None
            )
            left.filter(pk__in=keys, state=State.DOT).update(state=State.UNCERTAIN, settled_at=now)


def drop(now):
    """What fell back to a mailing that was stopped meanwhile is not sent any more."""
    stopped = Mailing.objects.filter(progress=Progress.STOPPED)
    left = Delivery.objects.filter(mailing__in=stopped, state=State.QUEUED)
    if left.exists():
        left.update(state=State.DROPPED, settled_at=now)


def finish(now):
    """Mailings of which no mail is waiting any more are done."""
    open_rows = Delivery.objects.filter(mailing=OuterRef("pk"), state__in=WAITING)
    going = Mailing.objects.filter(progress=Progress.SENDING, starts_at__lte=now)
    going.filter(~Exists(open_rows)).update(progress=Progress.DONE, finished_at=now)
