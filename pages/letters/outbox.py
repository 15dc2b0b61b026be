"""The outbox: letters are put in with what they tell of, sent at once if possible, and tried again if not.

Whoever wants to send a letter claims it with one UPDATE that only one of several can win.
"""

import logging
from contextlib import suppress
from datetime import timedelta

from django.conf import settings
from django.db.models import F
from django.dispatch import Signal
from django.utils import timezone

from pages.letters.dialogue import hand_over
from pages.letters.models import NOBODY, Letter, State
from pages.letters.refusals import NotSentError, UnknownError
from pages.letters.waits import GIVE_UP_AFTER, wait_after
from pages.letters.writing import Mail, one_line, sendable

LOST_AFTER = timedelta(minutes=15)
KEPT = {State.SENT: timedelta(days=30), State.FAILED: timedelta(days=90), State.UNCERTAIN: timedelta(days=90)}
AT_ONCE = 100
ASKED_AGAIN = timedelta(minutes=5)
"""A server that is not there has refused no letter: once it is back, all that waits is sent soon."""

wanted_soon = Signal()
"""Somebody waits for a letter. Whoever sends mail now and then may do it at once."""

log = logging.getLogger(__name__)


def put(to, subject, text, *, reply_to="", is_automatic=False, may_fail=False):
    """Write a letter down, inside the transaction of what it tells of. It is not sent by this."""
    return Letter.objects.create(
        to=to,
        subject=one_line(subject)[:200],
        text=sendable(text),
        reply_to=reply_to,
        is_automatic=is_automatic,
        may_fail=may_fail,
    )


def hurry():
    """Have the outbox worked off as soon as somebody can, without waiting for it."""
    wanted_soon.send(Letter)


def post(letter, now=None, patience=None):
    """Try to send one letter; whether it is sent now. Another's claim is left alone. Raises nothing.

    Somebody may have left meanwhile, and the letter to them is gone: then nothing is sent.
    """
    now = now or timezone.now()
    mine = Letter.objects.filter(pk=letter.pk, state=State.QUEUED, next_try__lte=now)
    if not mine.update(state=State.SENDING, claimed_at=now, tries=F("tries") + 1):
        return _is_sent(letter)
    with suppress(Letter.DoesNotExist):
        letter.refresh_from_db()
        changes = _outcome(letter, now, patience or settings.EMAIL_TIMEOUT)
        Letter.objects.filter(pk=letter.pk, state=State.SENDING, claimed_at=now).update(**changes)
    return _is_sent(letter)


def _is_sent(letter):
    try:
        letter.refresh_from_db()
    except Letter.DoesNotExist:
        return False
    return letter.state == State.SENT


def _outcome(letter, now, patience):
    try:
        hand_over(Mail(letter), patience)
    except NotSentError as refused:
        return _after(refused, letter, now)
    except UnknownError as unknown:
        log.warning("Mail %s: the server did not say whether it took it.", letter.pk)
        return {"state": State.UNCERTAIN, "trouble": str(unknown)}
    except Exception as fault:  # a fault of ours must not leave it claimed for ever
        log.exception("Mail %s could not be written.", letter.pk)
        return {"state": State.FAILED, "trouble": type(fault).__name__}
    return {"state": State.SENT, "trouble": "", "text": "", "reply_to": ""}


def _after(refused, letter, now):
    if refused.for_good or now - letter.waiting_since >= GIVE_UP_AFTER:
        log.warning("Mail %s could not be sent.", letter.pk)
        return {"state": State.FAILED, "trouble": str(refused)}
    wait = wait_after(letter.tries)
    if str(refused).startswith(NOBODY):
        wait = min(wait, ASKED_AGAIN)
    return {"state": State.QUEUED, "trouble": str(refused), "next_try": now + wait}


def post_due(now=None):
    """Send what is due; how many were sent. What was claimed long ago by somebody who died is uncertain."""
    began = now or timezone.now()
    Letter.objects.filter(state=State.SENDING, claimed_at__lt=began - LOST_AFTER).update(
        state=State.UNCERTAIN
    )
    due = Letter.objects.filter(state=State.QUEUED, next_try__lte=began).order_by("next_try")[:AT_ONCE]
    sent = 0
    for letter in due:
        # Each is claimed at its own time: a slow server must not make the last look lost.
        sent += post(letter, now)
        if letter.state == State.QUEUED and letter.trouble.startswith(NOBODY):
            break  # the others would only wait for the same silence
    return sent


def again(letters, now=None):
    """A person wants these tried once more. How many are."""
    now = now or timezone.now()
    stuck = letters.filter(state__in=[State.FAILED, State.UNCERTAIN])
    return stuck.update(state=State.QUEUED, tries=0, next_try=now, waiting_since=now)


def forget_old(now=None):
    """Delete what has been told long ago. How many."""
    now = now or timezone.now()
    return sum(
        Letter.objects.filter(state=state, written_at__lt=now - time).delete()[0]
        for state, time in KEPT.items()
    )


def stuck():
    """The letters that need a person."""
    return Letter.objects.filter(state__in=[State.FAILED, State.UNCERTAIN], may_fail=False)
