"""What is kept of a mailing: for 30 days to whom, for a year how each mail fared, then the numbers alone."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from pages.mailings import states
from pages.mailings.leaving import WITHOUT_ADDRESS
from pages.mailings.models import WAITING, Delivery, Mailing

ADDRESSES_KEPT = timedelta(days=30)
ROWS_KEPT = timedelta(days=365)
WAITED_TOO_LONG = timedelta(days=90)
PIECE = 1000


def forget(now=None):
    """Forget what has been kept long enough. How many rows were changed."""
    now = now or timezone.now()
    for mailing in Mailing.objects.filter(
        progress__in=states.UNFINISHED, starts_at__lt=now - WAITED_TOO_LONG
    ):
        states.stop(mailing, now)
    settled = Delivery.objects.exclude(state__in=WAITING)
    told = settled.filter(settled_at__lt=now - ADDRESSES_KEPT).exclude(address="")
    over = settled.filter(settled_at__lt=now - ROWS_KEPT)
    return _in_pieces(told, _without_address) + _in_pieces(over, _only_counted)


def _in_pieces(rows, do):
    """In short transactions: others want to write, too."""
    count = 0
    while keys := list(rows.values_list("pk", flat=True)[:PIECE]):
        with transaction.atomic():
            do(Delivery.objects.filter(pk__in=keys))
        count += len(keys)
    return count


def _without_address(rows):
    rows.update(**WITHOUT_ADDRESS)


def _only_counted(rows):
    of_mailings = list(rows.values_list("mailing", "state"))
    for mailing in Mailing.objects.select_for_update().filter(pk__in={key for key, _state in of_mailings}):
        for key, state in of_mailings:
            if key == mailing.pk:
                mailing.tally[state] = mailing.tally.get(state, 0) + 1
        mailing.save(update_fields=["tally"])
    rows.delete()
