"""Whoever is wrong waits, longer each time: guessing is hopeless, and no colleague is shut out for long.

A try is counted before it is looked at, so that many at once count as many. Kept in the database, hence the
same for all processes and machines.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from pages.enquiries.intake.limits import sender_of
from quartier.signing_in.models import Tries

FORGOTTEN_AFTER = timedelta(days=1)


@dataclass(frozen=True)
class Patience:
    """So many tries are free; then the wait doubles with each, up to the longest."""

    free: int
    first: timedelta
    longest: timedelta

    def wait_after(self, count):
        """How long to wait after so many wrong tries."""
        if count < self.free:
            return timedelta(0)
        return min(self.first * 2 ** min(count - self.free, 20), self.longest)


WITH_AN_ACCOUNT = Patience(free=5, first=timedelta(seconds=15), longest=timedelta(minutes=15))
WITH_A_SENDER = Patience(free=20, first=timedelta(seconds=30), longest=timedelta(minutes=30))
WITH_A_PAGE = Patience(free=100, first=timedelta(seconds=5), longest=timedelta(minutes=1))
WITH_A_MAIL = Patience(free=3, first=timedelta(minutes=30), longest=timedelta(hours=4))


@dataclass(frozen=True)
class Attempt:
    """One try of somebody: what is counted together, each with how patient one is."""

    counted: tuple[tuple[str, Patience], ...]

    @transaction.atomic
    def begin(self, now=None):
        """Count it as wrong for now. None; or how long to wait, and then it is not to be looked at."""
        now = now or timezone.now()
        rows = _rows(self.counted, now)
        wait = max((row.until - now for row, _patience in rows if row.until), default=timedelta(0))
        if wait > timedelta(0):
            return wait
        for row, patience in rows:
            row.count = 1 if now - row.last_at > FORGOTTEN_AFTER else row.count + 1
            row.last_at = now
            row.until = now + patience.wait_after(row.count)
            row.save()
        return None

    def was_right(self):
        """Forget what was wrong with an account; of a sender only this try: there may have been others."""
        for name, patience in self.counted:
            row = Tries.objects.filter(key=_key(name))
            if patience is not WITH_AN_ACCOUNT:
                row.filter(count__gt=0).update(count=F("count") - 1, until=None)
            else:
                row.delete()


def attempt(request, *counted):
    """A try that counts for the one who sends it, too."""
    return Attempt((*counted, (f"sender {sender_of(request, timezone.now())}", WITH_A_SENDER)))


def how_often(name):
    """How often something was tried in vain of late."""
    return Tries.objects.filter(key=_key(name)).values_list("count", flat=True).first() or 0


def forget(now=None):
    """Delete what nobody waits for any more. How many."""
    over = (now or timezone.now()) - FORGOTTEN_AFTER
    return Tries.objects.filter(last_at__lt=over).delete()[0]


def _key(name):
    return salted_hmac("quartier.signing_in.patience", name, algorithm="sha256").hexdigest()


def _rows(counted, now):
    """Locked until the transaction ends, always in the same order."""
    patience = {_key(name): patience for name, patience in counted}
    Tries.objects.bulk_create(
        [Tries(key=key, last_at=now) for key in sorted(patience)], ignore_conflicts=True
    )
    rows = Tries.objects.select_for_update().filter(key__in=patience).order_by("key")
    return [(row, patience[row.key]) for row in rows]
