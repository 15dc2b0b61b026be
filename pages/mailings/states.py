"""What a person can do to a mailing on its way. Each is one UPDATE, and says how many rows it changed."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from pages.mailings.models import Delivery, Mailing, Progress, State

UNFINISHED = [Progress.SENDING, Progress.PAUSED, Progress.HELD]


def pause(mailing):
    """No further mail is begun, not even one whose body is on its way already."""
    return _turn(mailing, [Progress.SENDING], Progress.PAUSED)


def resume(mailing):
    """Go on where it was paused."""
    return _turn(mailing, [Progress.PAUSED], Progress.SENDING)


def hold(mailing, cause, trouble=""):
    """Wait for a person, for a reason that nobody has decided on."""
    return _turn(
        mailing, [Progress.SENDING, Progress.PAUSED], Progress.HELD, cause=cause, trouble=trouble[:200]
    )


def continue_(mailing):
    """A person has looked: go on."""
    return _turn(mailing, [Progress.HELD], Progress.SENDING)


def stop(mailing, now=None):
    """Send nothing more of it. How many mails are not sent by this."""
    now = now or timezone.now()
    with transaction.atomic():
        if not _turn(mailing, UNFINISHED, Progress.STOPPED, finished_at=now):
            return 0
        return _drop(Delivery.objects.filter(mailing=mailing), now)


def send_uncertain_again(ids, now=None):
    """At most one more copy for each: what became of the first nobody can know. How many are sent again."""
    return _again(ids, State.UNCERTAIN, now)


def try_failed_again(ids, now=None):
    """Try these once more, for another two days. How many are."""
    return _again(ids, State.FAILED, now)


def _drop(rows, now):
    """Also what a worker has claimed: it asks once more before the dot, and hears that it may not."""
    rows = rows.filter(state__in=[State.QUEUED, State.CLAIMED])
    return rows.update(state=State.DROPPED, settled_at=now, worker="", lease_until=None)


def _turn(mailing, before, after, *, cause="", trouble="", **more):
    there = Mailing.objects.filter(pk=mailing.pk, progress__in=before)
    changed = there.update(progress=after, cause=cause, trouble=trouble, **more)
    mailing.refresh_from_db()
    return changed


def _again(ids, state, now):
    """Those whose address is kept; their mailing is on its way again, unless somebody has paused it."""
    now = now or timezone.now()
    there = Delivery.objects.filter(~Q(address=""), pk__in=ids, state=state)
    with transaction.atomic():
        mailings = set(there.values_list("mailing", flat=True))
        _drop(Delivery.objects.filter(mailing__in=mailings, mailing__progress=Progress.STOPPED), now)
        count = there.update(
            state=State.QUEUED,
            tries=0,
            first_try_at=None,
            next_try=now,
            settled_at=None,
            worker="",
            code="",
            trouble="",
        )
        over = Mailing.objects.filter(pk__in=mailings, progress__in=[Progress.DONE, Progress.STOPPED])
        over.update(progress=Progress.SENDING, finished_at=None, cause="", trouble="")
    return count
