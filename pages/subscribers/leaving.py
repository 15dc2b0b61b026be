"""Leaving: the address is gone at once. That somebody had agreed is kept as a hash, in case it is asked."""

from datetime import timedelta

from django.db import transaction
from django.db.models.signals import post_delete, pre_delete
from django.dispatch import receiver
from django.utils import timezone
from django.utils.crypto import salted_hmac

from pages.keys import secret_keys
from pages.letters.models import Letter
from pages.mailbox import key_of
from pages.subscribers.models import PastConsent, Subscriber, Wish

PROOF_KEPT = timedelta(days=3 * 365 + 1)


def mark_of(key, secret=None) -> str:
    """What is kept in place of an address that has left: only who knows the address can find it."""
    return salted_hmac("pages.subscribers.past", key, secret, algorithm="sha256").hexdigest()


def marks_of(key) -> list[str]:
    """Those that may be kept: made with the key of today, or with an earlier one."""
    return [mark_of(key, secret) for secret in secret_keys()]


@transaction.atomic
def leave(subscriber) -> bool:
    """Delete a subscriber; False where somebody else just did. Mail still waiting for them is not sent."""
    there = Subscriber.objects.select_for_update().filter(pk=subscriber.pk).first()
    return bool(there and there.delete()[0])


def past_consents(address):
    """That somebody with this address had agreed, and when they left."""
    return PastConsent.objects.filter(mark__in=marks_of(key_of(address)))


def forget_proofs(now=None):
    """Delete proofs that nobody needs any more. How many."""
    return PastConsent.objects.filter(left_at__lte=(now or timezone.now()) - PROOF_KEPT).delete()[0]


@receiver(pre_delete, sender=Subscriber)
def keep_proof(sender, instance, **kwargs):
    """Whoever deletes it: they, an editor, a command."""
    if instance.confirmed_at:
        PastConsent.objects.create(
            mark=mark_of(instance.key),
            asked_at=instance.asked_at,
            confirmed_at=instance.confirmed_at,
            wording=instance.wording,
        )


@receiver(post_delete, sender=Subscriber)
def forget_letters(sender, instance, **kwargs):
    """The outbox remembers addresses, too."""
    Letter.objects.filter(to=instance.address, may_fail=True).delete()


@receiver(post_delete, sender=Wish)
def forget_letter(sender, instance, **kwargs):
    """A letter still waiting would bring a link that leads nowhere."""
    Letter.objects.filter(pk=instance.letter_id).delete()
