"""The durable marks. On each rests the promise that no mail is sent twice and none is lost."""

import re
from contextlib import contextmanager

from django.db import connection

from pages.letters.waits import GIVE_UP_AFTER, wait_after
from pages.letters.writing import one_line
from pages.mailings.delivering.claiming import LEASE
from pages.mailings.models import Delivery, State

ADDRESS = re.compile(r"<?[^\s<>]+@[^\s<>]+>?")
NO_MORE = {"worker": "", "lease_until": None}


@contextmanager
def written_through():
    """SQLite waits for the disk at each commit, so that a mark outlives the electricity, too."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        before = cursor.execute("PRAGMA synchronous").fetchone()[0]
        cursor.execute("PRAGMA synchronous=FULL")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA synchronous={before}")


BEFORE_THE_DOT = """
    UPDATE mailings_delivery
    SET state = CASE state WHEN 'claimed' THEN 'dot' ELSE 'sent' END,
        settled_at = CASE state WHEN 'claimed' THEN NULL ELSE %s END,
        lease_until = %s, code = '', trouble = ''
    WHERE worker = %s AND (
        id IN ({sent}) AND state IN ('dot', 'uncertain')
        OR id IN ({keys}) AND state = 'claimed'
            AND EXISTS (
                SELECT 1 FROM mailings_mailing AS mailing
                WHERE mailing.id = mailing_id AND mailing.progress = 'sending'
            )
            AND EXISTS (
                SELECT 1 FROM subscribers_subscriber AS reader
                WHERE reader.id = subscriber_id AND reader.state = 'confirmed'
                    AND reader.key = mailings_delivery.key
            )
    )
"""
"""One statement, so one wait for the disk. Written by hand: it is made ready for each mail."""


def before_the_dot(worker, keys, sent, now) -> set[int]:
    """Mark these as handed over, and those as sent; which of the first may be: nobody has left or paused."""
    places = {"sent": ", ".join(["%s"] * len(sent)) or "NULL", "keys": ", ".join(["%s"] * len(keys))}
    adapted = [connection.ops.adapt_datetimefield_value(moment) for moment in (now, now + LEASE)]
    with connection.cursor() as cursor:
        cursor.execute(BEFORE_THE_DOT.format(**places), [*adapted, worker, *sent, *keys])
        if cursor.rowcount == len(keys) + len(sent):
            return set(keys)
    marked = Delivery.objects.filter(pk__in=keys, worker=worker, state=State.DOT)
    return set(marked.values_list("pk", flat=True))


def as_sent(worker, keys, now):
    """The server has said that it has these; it may say so late."""
    if keys:
        mine = Delivery.objects.filter(pk__in=keys, worker=worker, state__in=[State.DOT, State.UNCERTAIN])
        mine.update(state=State.SENT, settled_at=now, code="", trouble="", **NO_MORE)


def as_uncertain(worker, key, why, now):
    """Nobody can know. The worker stays noted: perhaps it still learns."""
    _mine(worker, key).update(state=State.UNCERTAIN, settled_at=now, code="", trouble=anonymous(why))


def as_turned_away(worker, key):
    """The server said that it does not have it, and why has nothing to do with this mail: no try."""
    _mine(worker, key).update(state=State.QUEUED, **NO_MORE)


def as_dropped(worker, key, now):
    """Not wanted any more."""
    _mine(worker, key).update(state=State.DROPPED, settled_at=now, **NO_MORE)


def as_unwritable(worker, key, why, now):
    """No mail can be made for this address."""
    _mine(worker, key).update(state=State.FAILED, settled_at=now, trouble=why, **NO_MORE)


def as_refused(worker, due, refused, now):
    """Whether it is tried again: not after a refusal for good, nor after two days."""
    first = due.first_try_at or now
    tried = {"tries": due.tries + 1, "first_try_at": first, "code": refused.code[:9]}
    tried |= {"trouble": anonymous(refused), **NO_MORE}
    if refused.for_good or now - first >= GIVE_UP_AFTER:
        _mine(worker, due.pk).update(state=State.FAILED, settled_at=now, **tried)
        return False
    _mine(worker, due.pk).update(state=State.QUEUED, next_try=now + wait_after(due.tries + 1), **tried)
    return True


def anonymous(words):
    """What a server said, without addresses: it is shown, and counted."""
    return ADDRESS.sub("…", one_line(words))[:200]


def _mine(worker, key):
    return Delivery.objects.filter(pk=key, worker=worker, state__in=[State.CLAIMED, State.DOT])
