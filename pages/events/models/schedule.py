"""When an event takes place, as editors enter it: single dates and series, and what is left out."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from pages.centre.models import Weekday
from pages.events.choices import FREQUENCIES, POSITIONS
from pages.events.panels import Folded, HintPanel
from pages.events.recurrence import MOST, Frequency, Rule
from pages.events.sentences import sentence
from pages.events.wall import is_backwards
from pages.events.widgets import DayInput, TimeInput
from pages.several import SeveralField

EARLIEST, LATEST = 2000, 2100
"""Years in which an event may lie; anything else is a slip of the finger."""

ENDS_BEFORE_IT_BEGINS = _("The end lies before the beginning.")
OF_A_SERIES = {"interval", "last_day", "count"}
APPLIES = {
    Frequency.ONCE.value: {"more_days"},
    Frequency.DAILY.value: OF_A_SERIES,
    Frequency.WEEKLY.value: {*OF_A_SERIES, "more_days", "weekdays"},
    Frequency.MONTHLY_BY_WEEKDAY.value: {*OF_A_SERIES, "more_days", "weekdays", "positions"},
    Frequency.MONTHLY.value: {*OF_A_SERIES, "more_days", "positions"},
    Frequency.YEARLY.value: {*OF_A_SERIES, "more_days"},
}
"""The fields that mean something for each rhythm; the form hides the others, by this same table."""

EMPTY = {
    "interval": 1,
    "weekdays": list,
    "positions": list,
    "last_day": None,
    "count": None,
    "more_days": 0,
}


class ScheduleLine(Orderable):
    """A single date or a series. Wall-clock time in the centre's time zone."""

    page = ParentalKey("events.EventPage", related_name="lines")
    frequency = models.CharField(
        _("how often?"), max_length=7, choices=FREQUENCIES, default=Frequency.ONCE.value
    )
    first_day = models.DateField(_("first day"))
    more_days = models.PositiveSmallIntegerField(
        _("and how many more days?"), default=0, validators=[MaxValueValidator(60)]
    )
    starts = models.TimeField(_("from"), null=True, blank=True, help_text=_("Empty: the whole day."))
    ends = models.TimeField(_("until"), null=True, blank=True, help_text=_("Empty: open end."))
    interval = models.PositiveSmallIntegerField(
        _("every … one"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(52)],
        help_text=_("1: each week or month; 2: every other one."),
    )
    weekdays = SeveralField(
        _("on which weekdays?"), Weekday.choices, help_text=_("Empty: on that of the first day.")
    )
    positions = SeveralField(_("on the … of the month"), POSITIONS, help_text=_("For example: 2nd and 4th."))
    last_day = models.DateField(_("last day"), null=True, blank=True, help_text=_("Empty: no end."))
    count = models.PositiveSmallIntegerField(
        _("or how many times?"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST)],
        help_text=_("Dates in holidays are not counted."),
    )
    room = models.ForeignKey(
        "places.Room",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("another room"),
        help_text=_("Empty: where the event is."),
    )

    panels = [
        FieldRowPanel(["frequency", FieldPanel("first_day", widget=DayInput)]),
        FieldPanel("positions", widget=forms.CheckboxSelectMultiple),
        FieldPanel("weekdays", widget=forms.CheckboxSelectMultiple),
        FieldRowPanel([FieldPanel(name, widget=TimeInput) for name in ("starts", "ends")]),
        FieldRowPanel([FieldPanel("last_day", widget=DayInput), "count"]),
        Folded([FieldRowPanel(["interval", "more_days"]), "room"], _("Rarely needed")),
        HintPanel(),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("date or series")
        verbose_name_plural = _("dates and series")

    def __str__(self):
        return sentence(self.rule)

    @property
    def rule(self):
        """The line as plain values."""
        return Rule(
            first_day=self.first_day,
            frequency=Frequency(self.frequency),
            interval=self.interval,
            weekdays=tuple(sorted(self.weekdays)),
            positions=tuple(sorted(self.positions, key=lambda position: position % 7)),
            last_day=self.last_day,
            count=self.count,
            starts=self.starts,
            ends=self.ends,
            more_days=self.more_days,
        )

    def clean(self):
        self._forget_what_does_not_apply()
        errors = dict(self._faults())
        if errors:
            raise ValidationError(errors)

    def _forget_what_does_not_apply(self):
        """Fields that the form hides may still hold what somebody ticked before choosing another rhythm."""
        if self.frequency not in APPLIES:
            return
        for name, empty in EMPTY.items():
            if name not in APPLIES[self.frequency]:
                setattr(self, name, empty() if callable(empty) else empty)

    def _faults(self):
        for name in ("first_day", "last_day"):
            day = getattr(self, name)
            if day and not EARLIEST <= day.year <= LATEST:
                yield name, _("Please check the year.")
                return
        if self.last_day and self.first_day and self.last_day < self.first_day:
            yield "last_day", _("The last day lies before the first day.")
        if self.last_day and self.count:
            yield "count", _("Please give a last day or a number of times, not both.")
        if self.ends is not None and self.starts is None:
            yield "starts", _("Please say when it begins, too.")
        elif self.ends is not None and not self.more_days and is_backwards(self.starts, self.ends):
            yield "ends", ENDS_BEFORE_IT_BEGINS


class LeftOutDay(Orderable):
    """A day on which a series does not take place."""

    page = ParentalKey("events.EventPage", related_name="left_out")
    day = models.DateField(_("not on"))

    panels = [FieldPanel("day", widget=DayInput)]

    class Meta(Orderable.Meta):
        verbose_name = _("day left out")

    def __str__(self):
        return f"{self.day:%Y-%m-%d}"
