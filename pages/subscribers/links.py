"""The addresses that stand in a subscriber's mails: to confirm, to change or to leave, without a password.

They lead past the page tree, so that nobody who moves or deletes a page locks anybody in.
"""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from pages.subscribers.models import Subscriber, Wish
from pages.subscribers.tokens import opened, sealed

TOKEN = "0TOKEN0" * 9
"""Stands in a mail that is made once for many, where each person's own token comes in: as long as that."""


TEST = "test"
"""In place of a token in mails that editors send to themselves: it belongs to nobody."""


def token_of(subscriber) -> str:
    """What opens the subscription of one person; worthless once their `secret` is another."""
    return sealed("token", subscriber.pk, subscriber.secret)


def subscriber_of(token) -> Subscriber | None:
    """Whom a token belongs to, or None for one that is forged, damaged or no longer true."""
    found = opened("token", token)
    return found and Subscriber.objects.filter(pk=found[0], secret=found[1]).first()


def wish_of(token) -> Wish | None:
    """What is to be confirmed by the link with this token; None for one that is forged, or long over."""
    found = opened("wish", token)
    told = Wish.objects.exclude(looked_at=None).select_related("subscriber")
    return found and told.filter(pk=found[0], secret=found[1]).first()


def confirmation(wish) -> str:
    """Where one says yes to what was typed on the website, in the language that was chosen."""
    with override(wish.language):
        return settings.SITE_URL + reverse("confirmation", args=[sealed("wish", wish.pk, wish.secret)])


def preferences(language, token=TOKEN) -> str:
    """Where one changes what one gets, or leaves, in one's language."""
    with override(language):
        return settings.SITE_URL + reverse("subscription", args=[token])


def one_click(token=TOKEN) -> str:
    """Where mail programs post to for their owners (RFC 8058). Opening it changes nothing."""
    return settings.SITE_URL + reverse("unsubscribe", args=[token])
