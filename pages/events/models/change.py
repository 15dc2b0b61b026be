"""What becomes of one date: decided in one click, without touching the schedule, and undone as easily."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pages.events.choices import Reason
from pages.wording import WordingField


class Change(models.Model):
    """Everything that differs for one date of one event. A row in which nothing differs was undone.

    `event` is the translation key of the event, `original` the moment at which its schedule puts the date.
    `starts` and `ends` are wall-clock times in the centre's time zone, kept as aware datetimes.
    """

    event = models.UUIDField()
    original = models.DateTimeField()
    is_cancelled = models.BooleanField(default=False)
    is_full = models.BooleanField(default=False)
    is_postponed = models.BooleanField(default=False)
    starts = models.DateTimeField(null=True, blank=True)
    ends = models.DateTimeField(null=True, blank=True)
    room = models.ForeignKey("places.Room", models.SET_NULL, null=True, blank=True, related_name="+")
    reason = models.CharField(
        _("why?"), max_length=8, choices=Reason.choices, default=Reason.NONE, blank=True
    )
    reason_note = WordingField(
        _("more about it"), blank=True, max_length=160, help_text=_("If there is more to say.")
    )
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "original"], name="one_change_for_each_date"),
            models.CheckConstraint(
                condition=~Q(is_postponed=True) | ~Q(starts=None), name="postponed_to_a_moment"
            ),
        ]
        ordering = ["original"]
        verbose_name = _("change of one date")
        verbose_name_plural = _("changes of single dates")

    def __str__(self):
        return f"{self.original:%Y-%m-%d %H:%M}"
