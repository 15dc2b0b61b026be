"""Saying yes to a wish: by its link, within three days, once. The newest one counts."""

from datetime import timedelta
from enum import Enum

from django.db import IntegrityError, transaction

from pages.mailbox import key_of
from pages.subscribers.leaving import leave
from pages.subscribers.models import State, Subscriber, Wish, new_secret
from pages.topics.models import Audience, Topic

VALID = timedelta(days=3)


class Standing(Enum):
    """What the link of a wish is good for today."""

    OPEN = "open"
    DONE = "done"
    EXPIRED = "expired"
    REPLACED = "replaced"


def standing(wish, now) -> Standing:
    newest = wish.subscriber.wishes.filter(moves=wish.moves).exclude(looked_at=None).order_by("pk").last()
    if newest.done_at:
        return Standing.DONE
    if newest.pk != wish.pk:
        return Standing.REPLACED
    return Standing.OPEN if now - wish.looked_at <= VALID else Standing.EXPIRED


def confirm(wish, agreed, now):
    """What was wished comes true, once; `agreed` are the words that stood below the button."""
    try:
        _confirm(wish, agreed, now)
    except IntegrityError:  # somebody signed up with the new address at this very moment: now we know of it
        _confirm(wish, agreed, now)


@transaction.atomic
def _confirm(wish, agreed, now):
    if not Wish.objects.filter(pk=wish.pk, done_at=None).update(done_at=now):
        return
    subscriber = Subscriber.objects.select_for_update().get(pk=wish.subscriber_id)
    if wish.moves:
        _move(subscriber, wish)
    else:
        _begin(subscriber, wish, agreed, now)


def _begin(subscriber, wish, agreed, now):
    subscriber.state, subscriber.language, subscriber.wording = State.CONFIRMED, wish.language, agreed
    subscriber.asked_at, subscriber.confirmed_at = wish.asked_at, now
    subscriber.hard_bounces, subscriber.last_bounce_at = 0, None
    subscriber.save()
    subscriber.topics.set(Topic.objects.filter(pk__in=wish.topics))
    subscriber.audiences.set(Audience.objects.filter(pk__in=wish.audiences))


def _move(subscriber, wish):
    """To the new address, or none where mail goes there already. Links in older mails are worthless."""
    key = key_of(wish.address)
    other = Subscriber.objects.select_for_update().filter(key=key).exclude(pk=subscriber.pk).first()
    if other and other.state == State.CONFIRMED:
        Wish.objects.filter(pk=wish.pk).update(subscriber=other)
        leave(subscriber)
        return
    if other:
        leave(other)
    subscriber.address, subscriber.key, subscriber.secret = wish.address, key, new_secret()
    subscriber.state, subscriber.hard_bounces, subscriber.last_bounce_at = State.CONFIRMED, 0, None
    subscriber.save()
    subscriber.wishes.exclude(pk=wish.pk).delete()
