"""When a service takes place, week after week."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldRowPanel
from wagtail.models import Orderable

from pages.centre.models import Weekday
from pages.centre.opening import MIDNIGHT, Weekly
from pages.wording import WordingField


class ServiceTime(Orderable):
    """From when to when, on one day of every week. Wall-clock time in the centre's time zone."""

    page = ParentalKey("services.ServicePage", related_name="times")
    weekday = models.IntegerField(_("day"), choices=Weekday.choices)
    starts = models.TimeField(_("from"))
    ends = models.TimeField(_("until"))
    note = WordingField(
        _("note"), blank=True, max_length=120, help_text=_("For example: not in the school holidays.")
    )

    panels = [FieldRowPanel(["weekday", "starts", "ends"]), "note"]

    class Meta(Orderable.Meta):
        verbose_name = _("time")

    def __str__(self):
        return f"{self.get_weekday_display()} {self.starts:%H:%M}–{self.ends:%H:%M}"

    @property
    def weekly(self):
        return Weekly(self.weekday, self.starts, self.ends)

    def clean(self):
        if None not in (self.starts, self.ends) and self.ends <= self.starts and self.ends != MIDNIGHT:
            raise ValidationError({"ends": _("This is before it begins.")})
