"""What this room knows of a person, by the mail address: to be given out, or erased."""

from pages.mailbox import key_of
from pages.subscribers import limits
from pages.subscribers.leaving import leave, past_consents
from pages.subscribers.models import Subscriber, Wish


def kept(address) -> list[dict]:
    known = [_subscription(each) for each in Subscriber.objects.filter(key=key_of(address))]
    return [*known, *map(_wish, wishes(address)), *map(_past, past_consents(address))]


def erase(address) -> int:
    """The proof that they had agreed stays, as a hash that only who knows the address can find."""
    known = list(Subscriber.objects.filter(key=key_of(address)))
    return sum(map(leave, known)) + wishes(address).delete()[0] + limits.forget_address(address)


def wishes(address):
    """What was typed with this address, by whomever."""
    keys = [wish.pk for wish in Wish.objects.only("address") if key_of(wish.address) == key_of(address)]
    return Wish.objects.filter(pk__in=keys)


def _subscription(subscriber):
    return {
        "address": subscriber.address,
        "language": subscriber.language,
        "topics": subscriber.topics_named,
        "audiences": subscriber.audiences_named,
        "state": subscriber.get_state_display(),
        "asked_at": subscriber.asked_at,
        "confirmed_at": subscriber.confirmed_at,
        "agreed_to": subscriber.wording,
        "bounces": subscriber.hard_bounces,
    }


def _wish(wish):
    return {
        "address": wish.address,
        "language": wish.language,
        "asked_at": wish.asked_at,
        "done": wish.done_at,
    }


def _past(proof):
    return {
        "asked_at": proof.asked_at,
        "confirmed_at": proof.confirmed_at,
        "agreed_to": proof.wording,
        "left_at": proof.left_at,
    }
