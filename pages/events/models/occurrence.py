"""Every date of every event, one row each: the only source of every "when"."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.events.choices import Reason, State
from pages.events.recurrence import MIDNIGHT
from pages.events.wall import BERLIN
from pages.wording import WordingField


class OccurrenceQuerySet(models.QuerySet):
    """Dates in the order in which they happen."""

    def between(self, start, end):
        """Those that are going on at some moment from `start` until before `end` (aware datetimes)."""
        return self.filter(starts__lt=end, until__gt=start)

    def not_over(self, now):
        return self.filter(until__gt=now)

    def taking_place(self):
        return self.filter(state=State.SCHEDULED)


class Occurrence(models.Model):
    """One date of one event as everybody may know it, made from the published schedule and its changes.

    It belongs to the original page of an event of ours, or to an event of others. `event` is the translation
    key that the event has in all languages, or a name made from the source and its UID. `original` is the
    moment at which the schedule puts it (RECURRENCE-ID of RFC 5545): its name for ever, however often it is
    moved. `until` is when it is surely over: `ends`, or the end of its day where that is open. `room` is
    where it is on that day; `is_moved` says that time or room are not as planned, `has_other_room` that the
    room is not. `changed_at` is when anything of this was last told differently.
    """

    page = models.ForeignKey("events.EventPage", models.CASCADE, null=True, related_name="occurrences")
    outside = models.ForeignKey("events.OutsideEvent", models.CASCADE, null=True, related_name="occurrences")
    event = models.UUIDField()
    original = models.DateTimeField()
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True)
    until = models.DateTimeField()
    is_whole_day = models.BooleanField(default=False)
    is_single = models.BooleanField(default=False)
    state = models.CharField(max_length=9, choices=State.choices, default=State.SCHEDULED)
    is_full = models.BooleanField(default=False)
    is_moved = models.BooleanField(default=False)
    has_other_room = models.BooleanField(default=False)
    moved_to = models.DateTimeField(null=True)
    reason = models.CharField(max_length=8, choices=Reason.choices, default=Reason.NONE, blank=True)
    reason_note = WordingField(max_length=160, blank=True)
    room = models.ForeignKey("places.Room", models.SET_NULL, null=True, related_name="+")
    place = models.ForeignKey("places.Place", models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)

    objects = OccurrenceQuerySet.as_manager()

    facts = text = None  # see pages.events.listing.told
    is_elsewhere = False  # see pages.events.dates.told_on

    class Meta:
        ordering = ["starts", "event", "original"]
        constraints = [
            models.UniqueConstraint(fields=["event", "original", "state"], name="one_row_for_each_date"),
            models.CheckConstraint(
                condition=Q(page=None, outside__isnull=False) | Q(page__isnull=False, outside=None),
                name="ours_or_of_others",
            ),
            models.CheckConstraint(condition=Q(until__gt=F("starts")), name="ends_after_it_begins"),
        ]
        indexes = [
            models.Index(fields=["until", "starts"]),
            models.Index(fields=["starts", "until"]),
            models.Index(fields=["page", "starts"]),
        ]
        verbose_name = _("date")
        verbose_name_plural = _("dates")

    def __str__(self):
        return f"{self.starts:%Y-%m-%d %H:%M}"

    @property
    def name(self):
        """What it is called in addresses, for ever: `2026-05-14-1815`, or the day alone.

        It does not depend on what becomes of the date: one that took the whole day keeps its name when it is
        moved to an hour.
        """
        wall = self.original.astimezone(BERLIN)
        return f"{wall:%Y-%m-%d}" if wall.time() == MIDNIGHT else f"{wall:%Y-%m-%d-%H%M}"

    @property
    def title(self):
        return (self.text or self.outside).title

    @property
    def language(self):
        """That of its title, by its code; empty where nobody knows."""
        return (self.text or self.outside).language

    @property
    def url(self):
        """Of this date; of the source, where it is one of others."""
        return f"{self.text.url}{self.name}/" if self.text else self.outside.link


def events():
    """All pages of events, by way of the relation: they themselves ask for their dates."""
    return Occurrence._meta.get_field("page").related_model.objects.all()
