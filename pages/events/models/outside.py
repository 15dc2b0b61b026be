"""Calendars of others that are shown beside our own: fetched, never edited."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel

from pages.websites import WebAddressField


class OutsideCalendar(models.Model):
    """The address of somebody's calendar, and how the last visit there went.

    `trouble` is one of `outside.trouble.Fault`, `unreadable` how many entries nobody could understand.
    """

    name = models.CharField(_("name"), max_length=120, help_text=_("As readers see it beside each date."))
    url = models.URLField(
        _("address of the calendar"),
        max_length=500,
        unique=True,
        help_text=_("It often ends in .ics. Readers never see it: it may hold a key."),
    )
    website = WebAddressField(_("their website"), blank=True)
    partner = models.ForeignKey(
        "partners.PartnerPage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("partner"),
    )
    is_active = models.BooleanField(_("show its dates"), default=True)
    tried_at = models.DateTimeField(_("last tried"), null=True, editable=False)
    fetched_at = models.DateTimeField(_("last fetched"), null=True, editable=False)
    etag = models.CharField(max_length=200, blank=True, editable=False)
    trouble = models.TextField(_("what went wrong"), blank=True, editable=False)
    unreadable = models.PositiveIntegerField(default=0, editable=False)

    panels = ["name", "url", FieldRowPanel(["website", "partner"]), "is_active"]

    class Meta:
        ordering = ["name"]
        verbose_name = _("calendar of others")
        verbose_name_plural = _("calendars of others")

    def __str__(self):
        return self.name


class OutsideEvent(models.Model):
    """One event of such a calendar, as its source tells of it (RFC 5545)."""

    calendar = models.ForeignKey(OutsideCalendar, models.CASCADE, related_name="events")
    uid = models.CharField(max_length=255)
    title = models.CharField(max_length=255)
    description = models.TextField(blank=True)
    location = models.CharField(max_length=255, blank=True)
    url = WebAddressField(max_length=500, blank=True)
    language = models.CharField(max_length=10, blank=True)
    updated_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["calendar", "uid"], name="one_outside_event_by_uid")]
        verbose_name = _("event of others")
        verbose_name_plural = _("events of others")

    def __str__(self):
        return self.title

    @property
    def link(self):
        """Where its source tells more."""
        return self.url or self.calendar.website
