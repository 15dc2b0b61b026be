"""Somebody wants the newsletter. The website always answers the same; the mailbox learns the rest.

In the request a wish is only written down, which takes as long for an address that we know as for any other.
What becomes of it is decided afterwards (`answer_waiting`), so that nobody can find out who is a subscriber.
"""

import logging
from enum import Enum

from django.db import transaction
from django.utils import timezone

from pages.letters import outbox
from pages.mailbox import key_of
from pages.subscribers import telling
from pages.subscribers.limits import may_write_to
from pages.subscribers.models import State, Subscriber, Wish

AT_ONCE = 500

log = logging.getLogger(__name__)


class Answer(Enum):
    """What becomes of a wish."""

    CONFIRM = "a letter asks to confirm it"
    KNOWN = "a letter says that the newsletter comes already"
    TOO_OFTEN = "nothing: the address was written to a moment ago"


def ask(address, language, topics=(), audiences=(), *, now, mover=None) -> Wish:
    """Write down what somebody typed; `mover` is the subscriber whose mail is to go to this address."""
    wish = Wish.objects.create(
        subscriber=mover,
        moves=mover is not None,
        address=address,
        language=language,
        topics=[each.pk for each in topics],
        audiences=[each.pk for each in audiences],
        asked_at=now,
    )
    transaction.on_commit(outbox.hurry)
    return wish


def answer_waiting(now=None):
    """Answer all wishes that nobody has looked at. How many."""
    waiting = list(Wish.objects.filter(looked_at=None).select_related("subscriber").order_by("pk")[:AT_ONCE])
    for wish in waiting:
        try:
            answer(wish, now or timezone.now())
        except (
            Exception
        ):  # one that cannot be answered must not hold up the others; it is forgotten in a week
            log.exception("Sign-up %s could not be answered.", wish.pk)
    return len(waiting)


@transaction.atomic
def answer(wish, now) -> Answer | None:
    """Put the right letter into the outbox, if the address may be written to. None: another was faster."""
    if not Wish.objects.filter(pk=wish.pk, looked_at=None).update(looked_at=now):
        return None
    if not may_write_to(wish.address, now):
        wish.delete()
        return Answer.TOO_OFTEN
    wish.looked_at = now
    return _ask_to_confirm(wish) if wish.moves else _sign_up(wish)


def _sign_up(wish):
    """What is asked for changes nothing yet, of nobody; but a new address is known as one that has asked."""
    new = {"address": wish.address, "language": wish.language}
    subscriber, _is_new = Subscriber.objects.get_or_create(key=key_of(wish.address), defaults=new)
    if subscriber.state == State.CONFIRMED:
        telling.tell_of_subscription(subscriber)
        wish.delete()
        return Answer.KNOWN
    if subscriber.state == State.ASKED:
        Subscriber.objects.filter(pk=subscriber.pk).update(asked_at=wish.asked_at, language=wish.language)
    wish.subscriber = subscriber
    return _ask_to_confirm(wish)


def _ask_to_confirm(wish):
    wish.letter = telling.ask_to_confirm(wish)
    wish.save(update_fields=["subscriber", "letter"])
    return Answer.CONFIRM
