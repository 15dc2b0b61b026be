"""Who gets the newsletter, and what is kept of that: as little as the law asks for."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pages.mailbox import masked


class State(models.TextChoices):
    """Who has confirmed gets mail; nobody else does."""

    ASKED = "asked", pgettext_lazy("a subscription", "not confirmed yet")
    CONFIRMED = "confirmed", pgettext_lazy("a subscription", "confirmed")
    STOPPED = "stopped", pgettext_lazy("a subscription", "stopped: mail comes back")


def new_secret():
    return get_random_string(22)


class Subscribers(models.QuerySet):
    """All who ever asked for the newsletter and have not left."""

    def confirmed(self):
        return self.filter(state=State.CONFIRMED)

    def reached_by(self, topics=(), audiences=()):
        """Those who get an issue: it is for everybody, they chose nothing, or one of these. Each once."""
        topics, audiences = [each.pk for each in topics], [each.pk for each in audiences]
        if not (topics or audiences):
            return self.confirmed()
        chosen_topics = Subscriber.topics.through.objects.filter(subscriber=OuterRef("pk"))
        chosen_audiences = Subscriber.audiences.through.objects.filter(subscriber=OuterRef("pk"))
        wants = Exists(chosen_topics.filter(topic__in=topics))
        wants |= Exists(chosen_audiences.filter(audience__in=audiences))
        return self.confirmed().filter(wants | (~Exists(chosen_topics) & ~Exists(chosen_audiences)))


class Subscriber(models.Model):
    """One address, in one spelling. Whoever leaves is deleted; see `PastConsent`."""

    address = models.EmailField(_("e-mail address"), max_length=254)
    key = models.CharField(max_length=254, unique=True, editable=False)
    """The address as it is compared: one spelling of all that reach the same person (`mailbox.key_of`)."""

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
    """What they agreed to, as they read it; of an imported address, how its consent was given."""

    hard_bounces = models.PositiveSmallIntegerField(default=0, editable=False)
    last_bounce_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = Subscribers.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        indexes = [models.Index(fields=["state", "language"])]
        permissions = [("answer_for_data", _("Can give out and erase what is kept of a person"))]
        verbose_name = _("subscriber")
        verbose_name_plural = _("subscribers")

    def __str__(self):
        """Masked: Wagtail's log keeps it after the subscriber is gone."""
        return masked(self.address)

    @property
    def language_name(self):
        return dict(settings.LANGUAGES).get(self.language, self.language)

    @property
    def topics_named(self):
        return [str(each) for each in self.topics.all()]

    @property
    def audiences_named(self):
        return [str(each) for each in self.audiences.all()]


class Wish(models.Model):
    """What somebody typed on the website, until the person at the address says yes, or a week has passed.

    To sign up; or, where it `moves`, to get the mail at this address from now on.
    """

    subscriber = models.ForeignKey(Subscriber, models.CASCADE, null=True, related_name="wishes")
    moves = models.BooleanField(default=False)
    address = models.CharField(max_length=254)
    language = models.CharField(max_length=10)
    topics = models.JSONField(default=list)
    audiences = models.JSONField(default=list)
    secret = models.CharField(max_length=22, default=new_secret)
    asked_at = models.DateTimeField()
    looked_at = models.DateTimeField(null=True)
    """When it was answered by a letter: from then on its link is good for three days."""

    done_at = models.DateTimeField(null=True)
    letter = models.ForeignKey("letters.Letter", models.SET_NULL, null=True, related_name="+")

    class Meta:
        default_permissions = []
        indexes = [models.Index(fields=["looked_at"]), models.Index(fields=["asked_at"])]

    def __str__(self):
        return f"{self.asked_at:%d.%m. %H:%M}"


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
    """When an address was last written to because somebody typed it in: a hash, soon deleted."""

    mark = models.CharField(max_length=64, unique=True)
    last_at = models.DateTimeField()
    second_last_at = models.DateTimeField(null=True)
    third_last_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = []

    def __str__(self):
        return self.mark
