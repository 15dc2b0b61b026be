"""A mailing as the desk shows it: in sentences, and what can be done about it now."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from pages.mailings.models import Cause, Delivery, Mailing, Plan, Progress, State
from pages.mailings.progress import Counts, counts_of, reasons
from pages.mailings.states import UNFINISHED

A_WEEK = timedelta(days=7)
LISTED = 100

REMEDIES = {
    Cause.RESTORED: gettext_lazy(
        "Nobody knows which mails went out after the backup was made. If you continue, some people may get"
        " this mail twice. If you stop it, those who have not got it will not get it."
    ),
    Cause.IDLE: gettext_lazy("Is what it says still true? Then continue. Otherwise stop it."),
    Cause.SERVER: gettext_lazy("Somebody who knows the mail server has to look at it. Then continue."),
    Cause.SILENCE: gettext_lazy("Somebody who knows the mail server has to look at it. Then continue."),
    Cause.REFUSALS: gettext_lazy(
        "Perhaps the mail server takes us for a sender of unwanted mail. Somebody who knows it should look"
        " first."
    ),
}


@dataclass
class Told:
    """One mailing with its numbers."""

    mailing: Mailing
    counts: Counts
    now: object

    @property
    def settled(self):
        return self.counts.total - self.counts.waiting

    @property
    def is_running(self):
        return self.mailing.progress == Progress.SENDING and self.counts.waiting > 0

    @property
    def is_open(self):
        return self.mailing.progress in UNFINISHED

    @property
    def words(self):
        """How far it is, in one sentence."""
        if self.mailing.progress == Progress.SENDING and self.mailing.starts_at > self.now:
            at = date_format(timezone.localtime(self.mailing.starts_at), "SHORT_DATETIME_FORMAT")
            return _("Begins on %(at)s.") % {"at": at}
        said = {
            Progress.SENDING: _("On its way: %(done)d of %(all)d mails are dealt with."),
            Progress.PAUSED: _("Paused: %(done)d of %(all)d mails are dealt with."),
            Progress.HELD: _("Waits for you: %(done)d of %(all)d mails are dealt with."),
            Progress.STOPPED: _("Stopped after %(done)d of %(all)d mails."),
            Progress.DONE: ngettext("Finished: one mail.", "Finished: %(all)d mails.", self.counts.total),
        }[Progress(self.mailing.progress)]
        done = self.counts.total - self.counts.dropped if self._is_stopped else self.settled
        return said % {"done": done, "all": self.counts.total}

    @property
    def _is_stopped(self):
        return self.mailing.progress == Progress.STOPPED

    @property
    def remedy(self):
        return REMEDIES.get(self.mailing.cause, "")

    @property
    def trouble(self):
        """How many mails somebody should look at, in a sentence; empty for none."""
        count = self.counts.failed + self.counts.uncertain
        said = ngettext("One mail needs you.", "%(count)d mails need you.", count)
        return said % {"count": count} if count else ""

    @cached_property
    def numbers(self):
        """Each state that occurs with its number, the good ones first."""
        named = [
            (_("sent"), self.counts.sent),
            (_("waiting"), self.counts.waiting),
            (_("came back"), self.counts.bounced),
            (_("could not be sent"), self.counts.failed),
            (_("perhaps sent"), self.counts.uncertain),
            (_("not sent: left meanwhile, or stopped"), self.counts.dropped),
        ]
        return [(name, number) for place, (name, number) in enumerate(named) if number or place < 2]

    @cached_property
    def reasons(self):
        return [(State(reason.state).label, reason) for reason in reasons(self.mailing)]

    def rows(self, state):
        """The first mails in a state, by address."""
        return Delivery.objects.filter(mailing=self.mailing, state=state).order_by("address", "pk")[:LISTED]


def told(mailings, now=None) -> list[Told]:
    """These mailings with their numbers: one query."""
    mailings = list(mailings)
    numbers = counts_of(mailings) if mailings else {}
    return [Told(mailing, numbers[mailing.pk], now or timezone.now()) for mailing in mailings]


def of_today(now=None) -> list[Told]:
    """What the first screen tells of: what is on its way, and what lately went wrong."""
    now = now or timezone.now()
    troubled = Delivery.objects.filter(
        mailing__finished_at__gt=now - A_WEEK, state__in=[State.FAILED, State.UNCERTAIN]
    )
    shown = Mailing.objects.filter(progress__in=UNFINISHED) | Mailing.objects.filter(
        pk__in=troubled.order_by().values("mailing")
    )
    return told(shown.order_by("-made_at")[:10], now)


def plans():
    """What is to be sent, the next first."""
    return Plan.objects.select_related("made_by").order_by("starts_at")
