"""The one door to the mail server, for all workers: how fast mail goes through, and when it is closed."""

from datetime import timedelta

from django.conf import settings
from django.db.models import F
from django.db.models.functions import Coalesce

from pages.letters.waits import GIVE_UP_AFTER, wait_after
from pages.mailings import states
from pages.mailings.models import Cause, Gate, Mailing, Progress

LONGEST_REST = timedelta(minutes=30)
"""A server that is back should not be left waiting for hours."""


def rest(now):
    """Until when the server is left alone, and why: `closed_until` and `trouble`; None if it is not."""
    return Gate.objects.filter(closed_until__gt=now).first()


def close(trouble, now):
    """The server wants rest, or is not there. After two days of that a person has to look."""
    gate = _gate()
    wait = min(wait_after(gate.refusals + 1), LONGEST_REST)
    since = gate.closed_since or now
    changed = Gate.objects.filter(pk=gate.pk, refusals=gate.refusals).update(
        closed_until=now + wait,
        closed_since=Coalesce("closed_since", since),
        refusals=F("refusals") + 1,
        trouble=str(trouble)[:200],
    )
    if changed and now - since >= GIVE_UP_AFTER:
        for mailing in Mailing.objects.filter(progress=Progress.SENDING, starts_at__lte=now):
            states.hold(mailing, Cause.SILENCE, str(trouble))
        open_again()


def open_again():
    """The server has taken a mail, or a person will look."""
    Gate.objects.exclude(refusals=0).update(closed_until=None, closed_since=None, refusals=0, trouble="")


def let_through(count, now):
    """How many of so many may go now, and else in how many seconds the next may."""
    if not settings.MAIL_PER_MINUTE:
        return count, 0
    each, moment = 60 / settings.MAIL_PER_MINUTE, now.timestamp()
    count = min(count, max(1, int(1 / each)))
    gate = _gate()
    if gate.free_at > moment:
        return 0, gate.free_at - moment
    mine = Gate.objects.filter(pk=gate.pk, free_at=gate.free_at)
    if mine.update(free_at=max(gate.free_at, moment) + count * each):
        return count, 0
    return 0, each  # another was quicker


def _gate():
    return Gate.objects.get_or_create(pk=1)[0]
