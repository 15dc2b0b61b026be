"""A mail to many, frozen when it is sent: its words in each language, and a row for each person."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Purpose(models.TextChoices):
    """Why it is sent."""

    ISSUE = "issue", pgettext_lazy("a mailing", "newsletter")
    CORRECTION = "correction", pgettext_lazy("a mailing", "correction")


class Progress(models.TextChoices):
    """How far a mailing is. What is held waits for a person: after a backup was restored, say."""

    SENDING = "sending", pgettext_lazy("a mailing", "on its way")
    PAUSED = "paused", pgettext_lazy("a mailing", "paused")
    HELD = "held", pgettext_lazy("a mailing", "held: please look")
    STOPPED = "stopped", pgettext_lazy("a mailing", "stopped")
    DONE = "done", pgettext_lazy("a mailing", "finished")


class Mailing(models.Model):
    """One sending: of what, since when, how far."""

    page = models.ForeignKey("wagtailcore.Page", models.SET_NULL, null=True, related_name="+")
    purpose = models.CharField(max_length=10, choices=Purpose.choices, default=Purpose.ISSUE)
    name = models.CharField(max_length=255)
    progress = models.CharField(max_length=7, choices=Progress.choices, default=Progress.SENDING)
    starts_at = models.DateTimeField(default=timezone.now)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at"]
        default_permissions = []
        permissions = [("send_mailing", _("Can send newsletters"))]
        verbose_name = _("mailing")
        verbose_name_plural = _("mailings")

    def __str__(self):
        return self.name


class Words(models.Model):
    """What a mailing says in one language. In place of each person's own token stands `links.TOKEN`."""

    mailing = models.ForeignKey(Mailing, models.CASCADE, related_name="words")
    language = models.CharField(max_length=10)
    subject = models.TextField()
    html = models.TextField()
    text = models.TextField()

    class Meta:
        default_permissions = []
        constraints = [
            models.UniqueConstraint(fields=["mailing", "language"], name="said_once_in_a_language")
        ]

    def __str__(self):
        return self.subject


class State(models.TextChoices):
    """How far the mail to one person is. `DOT`: all of it is with the server, its answer is not known yet."""

    QUEUED = "queued", pgettext_lazy("a mail", "waiting to be sent")
    CLAIMED = "claimed", pgettext_lazy("a mail", "being sent")
    DOT = "dot", pgettext_lazy("a mail", "handed over")
    SENT = "sent", pgettext_lazy("a mail", "sent")
    FAILED = "failed", pgettext_lazy("a mail", "could not be sent")
    UNCERTAIN = "uncertain", pgettext_lazy("a mail", "perhaps sent")
    DROPPED = "dropped", pgettext_lazy("a mail", "no longer wanted")


class Delivery(models.Model):
    """The mail to one person. Each change of its state is one UPDATE that only one worker can win."""

    mailing = models.ForeignKey(Mailing, models.CASCADE, related_name="deliveries")
    subscriber = models.ForeignKey("subscribers.Subscriber", models.SET_NULL, null=True, related_name="+")
    address = models.CharField(max_length=254)
    key = models.CharField(max_length=254)
    language = models.CharField(max_length=10)
    state = models.CharField(max_length=9, choices=State.choices, default=State.QUEUED)
    tries = models.PositiveSmallIntegerField(default=0)
    first_try_at = models.DateTimeField(null=True)
    next_try = models.DateTimeField(default=timezone.now)
    worker = models.CharField(max_length=40, blank=True)
    lease_until = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    code = models.CharField(max_length=9, blank=True)
    trouble = models.CharField(max_length=200, blank=True)

    class Meta:
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["mailing", "key"], name="one_mail_for_each_address")]
        indexes = [models.Index(fields=["state", "next_try"]), models.Index(fields=["key"])]

    def __str__(self):
        return self.address
