"""The addresses that stand in a subscriber's mails: to change or to leave, without a password.

They lead past the page tree, so that nobody who moves or deletes a page locks anybody in.
"""

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.translation import override

from pages.subscribers.models import Subscriber

SALT = "pages.subscribers.token"
TOKEN = "0TOKEN0" * 9
"""Stands in a mail that is made once for many, where each person's own token comes in."""


def token_of(subscriber) -> str:
    """What opens the subscription of one person; worthless once their `secret` is another."""
    signer = signing.Signer(salt=SALT)
    return signer.sign(f"{subscriber.pk}.{subscriber.secret}").replace(":", ".")


def subscriber_of(token) -> Subscriber | None:
    """Whom a token belongs to, or None for one that is forged, damaged or no longer true."""
    body, _dot, signature = token.rpartition(".")
    try:
        number, _dot, secret = signing.Signer(salt=SALT).unsign(f"{body}:{signature}").partition(".")
        return Subscriber.objects.filter(pk=int(number), secret=secret).first()
    except (signing.BadSignature, ValueError, OverflowError):
        return None


def preferences(language, token=TOKEN) -> str:
    """Where one changes what one gets, or leaves, in one's language."""
    with override(language):
        return settings.SITE_URL + reverse("subscription", args=[token])


def one_click(token=TOKEN) -> str:
    """Where mail programs post to for their owners (RFC 8058). Opening it changes nothing."""
    return settings.SITE_URL + reverse("unsubscribe", args=[token])
