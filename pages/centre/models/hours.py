"""When the parts of the house are open."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from pages.centre import spoken
from pages.centre.checks import check_days, check_span
from pages.centre.opening import Special, Timetable, Weekly
from pages.wording import WordingField


class Weekday(models.IntegerChoices):
    """Days of the week, Monday first (ISO 8601)."""

    MONDAY = 1, _("Monday")
    TUESDAY = 2, _("Tuesday")
    WEDNESDAY = 3, _("Wednesday")
    THURSDAY = 4, _("Thursday")
    FRIDAY = 5, _("Friday")
    SATURDAY = 6, _("Saturday")
    SUNDAY = 7, _("Sunday")


class OpeningHours(ClusterableModel):
    """When one part of the house is open: the house, the office, the café."""

    name = WordingField(
        _("what is open"),
        max_length=80,
        help_text=_("For example: house, office, café. The first in the list speaks on the home page."),
    )
    note = WordingField(
        _("note"), blank=True, max_length=160, help_text=_("For example: ring the bell, please.")
    )
    sort_order = models.IntegerField(_("order"), default=1)

    panels = [
        "name",
        InlinePanel("times", heading=_("Every week"), label=_("time")),
        InlinePanel(
            "exceptions",
            heading=_("Exceptions"),
            label=_("exception"),
            help_text=_("Other times, or closed, for some days."),
        ),
        "note",
    ]

    class Meta:
        ordering = ["sort_order", "pk"]
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")

    def __str__(self):
        return str(self.name)

    def in_short(self):
        """The week in one line."""
        rows = [row for row in self.timetable(()).week() if row.intervals]
        return "; ".join(f"{spoken.days(row)} {strip_tags(spoken.spans(row.intervals))}" for row in rows)

    def timetable(self, closures):
        """When it is open, given the days on which the whole house is closed."""
        return Timetable(
            tuple(time.weekly for time in self.times.all()),
            tuple(exception.special for exception in self.exceptions.all()),
            tuple(closure.special for closure in closures),
        )


class OpeningTime(Orderable):
    """From when to when, on one day of the week. Wall-clock time in the centre's time zone."""

    hours = ParentalKey(OpeningHours, related_name="times")
    weekday = models.IntegerField(_("day"), choices=Weekday.choices)
    opens = models.TimeField(_("from"))
    closes = models.TimeField(_("until"))

    panels = [FieldRowPanel(["weekday", "opens", "closes"])]

    class Meta(Orderable.Meta):
        verbose_name = _("opening time")

    def __str__(self):
        return f"{self.get_weekday_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"

    @property
    def weekly(self):
        return Weekly(self.weekday, self.opens, self.closes)

    def clean(self):
        check_span(self.opens, self.closes)


class OpeningException(Orderable):
    """Some days with other times, or closed."""

    hours = ParentalKey(OpeningHours, related_name="exceptions")
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    opens = models.TimeField(_("from"), null=True, blank=True)
    closes = models.TimeField(_("until"), null=True, blank=True, help_text=_("Both empty: closed."))
    reason = WordingField(_("reason"), blank=True, max_length=120)

    panels = [FieldRowPanel(["first_day", "last_day"]), FieldRowPanel(["opens", "closes"]), "reason"]

    class Meta(Orderable.Meta):
        verbose_name = _("exception")

    def __str__(self):
        return f"{self.first_day} – {self.last_day}"

    @property
    def special(self):
        return Special(self.first_day, self.last_day, self.opens, self.closes, self.reason)

    def clean(self):
        check_days(self.first_day, self.last_day)
        if (self.opens is None) != (self.closes is None):
            raise ValidationError({"closes": _("Please give both times, or none if it is closed.")})
        check_span(self.opens, self.closes)
