"""A letter: what is to be sent, to whom, and how far it has come."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

NOBODY = "no mail server:"
"""How the trouble begins where no mail server could be reached; what follows is for the operator."""


class State(models.TextChoices):
    """How far a letter has come. What nobody can know is called uncertain, and left to a person."""

    QUEUED = "queued", pgettext_lazy("a mail", "waiting to be sent")
    SENDING = "sending", pgettext_lazy("a mail", "being sent")
    SENT = "sent", pgettext_lazy("a mail", "sent")
    FAILED = "failed", pgettext_lazy("a mail", "could not be sent")
    UNCERTAIN = "uncertain", pgettext_lazy("a mail", "perhaps sent")


class Letter(models.Model):
    """One mail to one address. Once it is sent its words are forgotten here."""

    to = models.EmailField(_("to"))
    reply_to = models.EmailField(_("answers go to"), blank=True)
    subject = models.CharField(_("subject"), max_length=200)
    text = models.TextField(_("text"), blank=True)
    is_automatic = models.BooleanField(
        default=False, help_text="Nobody wrote it, so nobody should get an answer."
    )
    may_fail = models.BooleanField(
        default=False, help_text="A stranger typed the address: where nobody is, nobody has to look after it."
    )
    state = models.CharField(_("state"), max_length=9, choices=State.choices, default=State.QUEUED)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    written_at = models.DateTimeField(_("written"), default=timezone.now)
    waiting_since = models.DateTimeField(
        default=timezone.now, help_text="Since it was last put into the queue."
    )
    next_try = models.DateTimeField(_("next try"), default=timezone.now)
    claimed_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(_("what went wrong"), max_length=200, blank=True)

    class Meta:
        ordering = ["-written_at"]
        indexes = [models.Index(fields=["state", "next_try"])]
        default_permissions = ["change"]
        verbose_name = _("mail")
        verbose_name_plural = _("mails")

    def __str__(self):
        return self.subject

    @property
    def why(self):
        """What went wrong, for editors: the words of the mail server, or that there was none."""
        return _("the mail server does not answer") if self.trouble.startswith(NOBODY) else self.trouble
