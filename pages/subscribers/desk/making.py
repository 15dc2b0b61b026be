"""Subscribers are made of a list that somebody has looked at."""

from datetime import datetime, time

from django.db import transaction
from django.utils import timezone

from pages.mailbox import key_of
from pages.subscribers.desk.proposing import PIECE, known
from pages.subscribers.models import State, Subscriber, new_secret


def make(new, proof, day) -> int:
    """How many were made: some may have come, or left, since somebody looked. Several short transactions."""
    agreed_at = timezone.make_aware(datetime.combine(day, time(12)))
    return sum(_make(new[start : start + PIECE], proof, agreed_at) for start in range(0, len(new), PIECE))


@transaction.atomic
def _make(some, proof, agreed_at):
    by_key = {key_of(address): (address, *rest) for address, *rest in some}
    there, left = known(by_key)
    wanted = {key: each for key, each in by_key.items() if key not in there and key not in left}
    made = Subscriber.objects.bulk_create(
        Subscriber(
            address=address,
            key=key,
            language=language,
            state=State.CONFIRMED,
            secret=new_secret(),
            asked_at=agreed_at,
            confirmed_at=agreed_at,
            wording=proof,
        )
        for key, (address, language, *_chosen) in wanted.items()
    )
    for name, place in (("topic", 2), ("audience", 3)):
        link = getattr(Subscriber, f"{name}s").through
        link.objects.bulk_create(
            link(subscriber=each, **{f"{name}_id": key}) for each in made for key in wanted[each.key][place]
        )
    return len(made)
