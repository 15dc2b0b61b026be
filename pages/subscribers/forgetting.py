"""What is forgotten by itself: wishes that nobody confirmed, and all that only served to count."""

from datetime import timedelta

from django.utils import timezone

from pages.subscribers import leaving, limits
from pages.subscribers.models import State, Subscriber, Wish

UNCONFIRMED_KEPT = timedelta(days=7)
PIECE = 200


def forget(now=None):
    """Delete what has been kept long enough. How many rows."""
    now = now or timezone.now()
    before = now - UNCONFIRMED_KEPT
    unconfirmed = Subscriber.objects.filter(state=State.ASKED, asked_at__lte=before)
    wishes = Wish.objects.filter(asked_at__lte=before)
    return _pieces(unconfirmed) + _pieces(wishes) + limits.forget(now) + leaving.forget_proofs(now)


def _pieces(rows):
    """One short transaction after the other: nobody has to wait for long."""
    count = 0
    while keys := list(rows.order_by("pk").values_list("pk", flat=True)[:PIECE]):
        rows.model.objects.filter(pk__in=keys).delete()
        count += len(keys)
    return count
