"""Which mailings a person was sent, by the mail address: to be given out, or erased."""

from django.db.models import Case, Q, Value, When
from django.utils import timezone

from pages.mailbox import key_of
from pages.mailings.models import Delivery, State
from pages.subscribers.leaving import mark_of


def kept(address) -> list[dict]:
    return [
        {
            "mailing": row.mailing.name,
            "address": row.address,
            "language": row.language,
            "state": row.get_state_display(),
            "settled_at": row.settled_at,
        }
        for row in Delivery.objects.filter(key=key_of(address)).select_related("mailing")
    ]


def erase(address) -> int:
    """The row stays, so that the sums of a mailing are right, but names nobody; what waits is not sent."""
    waits = Q(state=State.QUEUED)
    return Delivery.objects.filter(key=key_of(address)).update(
        address="",
        key=mark_of(key_of(address)),
        trouble="",
        state=Case(When(waits, then=Value(State.DROPPED)), default="state"),
        settled_at=Case(When(waits, then=Value(timezone.now())), default="settled_at"),
    )
