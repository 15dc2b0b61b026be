"""Who gets the newsletter, and what is kept of that: as little as the law asks for."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    """Who has confirmed gets mail; nobody else does."""

    ASKED = "asked", pgettext_lazy("a subscription", "not confirmed yet")
    CONFIRMED = "confirmed", pgettext_lazy("a subscription", "confirmed")
    STOPPED = "stopped", pgettext_lazy("a subscription", "stopped: mail comes back")


def new_secret():
    return get_random_string(22)


class Subscriber(models.Model):
    """One address, in one spelling. Whoever leaves is deleted; see `PastConsent`."""

    address = models.EmailField(_("e-mail address"), max_length=254)
    key = models.CharField(max_length=254, unique=True, editable=False)
    """The address as it is compared: one spelling of all that reach the same person (`addresses.key_of`)."""

    language = models.CharField(_("language"), max_length=10, default=settings.LANGUAGE_CODE)
    topics = models.ManyToManyField("topics.Topic", blank=True, related_name="+", verbose_name=_("topics"))
    audiences = models.ManyToManyField(
        "topics.Audience", blank=True, related_name="+", verbose_name=_("for whom?")
    )
    state = models.CharField(_("state"), max_length=9, choices=State.choices, default=State.ASKED)
    secret = models.CharField(max_length=22, default=new_secret, editable=False)
    """Part of each link in their mails: a new one makes all old links worthless."""

    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    wording = models.TextField(_("agreed to"), blank=True)
    """The words that they agreed to, as they read them; of an imported address, how its consent was given."""

    hard_bounces = models.PositiveSmallIntegerField(default=0, editable=False)
    last_bounce_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["-asked_at"]
        indexes = [models.Index(fields=["state", "language"])]
        verbose_name = _("subscriber")
        verbose_name_plural = _("subscribers")

    def __str__(self):
        return self.address


class PastConsent(models.Model):
    """That somebody who has left had agreed: a hash in place of the address, kept for three years."""

    mark = models.CharField(max_length=64)
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    wording = models.TextField(blank=True)
    left_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = []
        indexes = [models.Index(fields=["mark"])]

    def __str__(self):
        return self.mark


class Asked(models.Model):
    """How often an address was written to lately because somebody typed it in: a hash, soon deleted."""

    mark = models.CharField(max_length=64, unique=True)
    times = models.PositiveSmallIntegerField(default=1)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()

    class Meta:
        default_permissions = []

    def __str__(self):
        return self.mark
