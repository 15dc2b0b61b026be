"""A mail to many, frozen when it is sent: its words in each language, and a row for each person."""

from django.conf import settings
from django.db import models
from django.db.models import Q
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


class Cause(models.TextChoices):
    """Why a mailing waits for a person although nobody told it to."""

    RESTORED = "restored", _("The data come from a backup, or this is a copy of the site.")
    IDLE = "idle", _("For two days nothing was sent, as if the machine had been off.")
    SERVER = "server", _("The mail server refuses everything we send.")
    SILENCE = "silence", _("The mail server has not taken any mail for two days.")
    REFUSALS = "refusals", _("Many addresses in a row were refused.")


class Mailing(models.Model):
    """One sending: of what, since when, how far. Of a page there is one for each purpose and occasion."""

    page = models.ForeignKey("wagtailcore.Page", models.SET_NULL, null=True, related_name="+")
    purpose = models.CharField(max_length=10, choices=Purpose.choices, default=Purpose.ISSUE)
    occasion = models.CharField(max_length=64, blank=True)
    name = models.CharField(max_length=255)
    progress = models.CharField(max_length=7, choices=Progress.choices, default=Progress.SENDING)
    cause = models.CharField(max_length=8, choices=Cause.choices, blank=True)
    trouble = models.CharField(max_length=200, blank=True)
    starts_at = models.DateTimeField(default=timezone.now)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    finished_at = models.DateTimeField(null=True, blank=True)
    tally = models.JSONField(default=dict, blank=True)
    """How many mails of each state there were whose rows are deleted by now."""

    class Meta:
        ordering = ["-made_at"]
        default_permissions = []
        permissions = [("send_mailing", _("Can send newsletters"))]
        constraints = [
            models.UniqueConstraint(fields=["page", "purpose", "occasion"], name="sent_once_for_an_occasion")
        ]
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
    BOUNCED = "bounced", pgettext_lazy("a mail", "came back")
    FAILED = "failed", pgettext_lazy("a mail", "could not be sent")
    UNCERTAIN = "uncertain", pgettext_lazy("a mail", "perhaps sent")
    DROPPED = "dropped", pgettext_lazy("a mail", "no longer wanted")


WAITING = [State.QUEUED, State.CLAIMED, State.DOT]
IN_FLIGHT = [State.CLAIMED, State.DOT]


class Delivery(models.Model):
    """The mail to one person. Each change of its state is one UPDATE that only one worker can win."""

    mailing = models.ForeignKey(Mailing, models.CASCADE, related_name="deliveries", db_index=False)
    subscriber = models.ForeignKey("subscribers.Subscriber", models.SET_NULL, null=True, related_name="+")
    address = models.CharField(max_length=254, blank=True)
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
        indexes = [
            models.Index(fields=["mailing", "state", "next_try"], name="mailings_due"),
            models.Index(fields=["worker"], condition=Q(state__in=IN_FLIGHT), name="mailings_in_flight"),
            models.Index(fields=["key"], name="mailings_to_whom"),
        ]

    def __str__(self):
        return self.address


class Gate(models.Model):
    """The one door to the mail server that all workers share: how fast they may go, until when they wait."""

    free_at = models.FloatField(default=0)
    """The second (of 1970) at which the rate lets the next mail through."""

    closed_until = models.DateTimeField(null=True)
    closed_since = models.DateTimeField(null=True)
    refusals = models.PositiveSmallIntegerField(default=0)
    trouble = models.CharField(max_length=200, blank=True)

    class Meta:
        default_permissions = []

    def __str__(self):
        return self.trouble


class Installation(models.Model):
    """A machine that sends: what it last noted here must agree with what lies in its own files."""

    mark = models.CharField(max_length=32, primary_key=True)
    anchor = models.CharField(max_length=64)
    counter = models.PositiveBigIntegerField(default=0)
    seen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = []

    def __str__(self):
        return self.mark


class Plan(models.Model):
    """That a page is to be sent at a set time. What it says, and who gets it, is settled only then.

    `revision` is published then, if what is public is older; with `trouble` a person is needed.
    """

    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="+")
    occasion = models.CharField(max_length=64, blank=True)
    name = models.CharField(max_length=255)
    revision = models.ForeignKey("wagtailcore.Revision", models.SET_NULL, null=True, related_name="+")
    starts_at = models.DateTimeField()
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    trouble = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["starts_at"]
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["page"], name="planned_once")]

    def __str__(self):
        return self.name
