"""School holidays: shipped as data, corrected by the centre."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from pages.centre.checks import check_days
from pages.events.widgets import DayInput
from pages.wording import WordingField


class SchoolHoliday(models.Model):
    """Days without school in the centre's state; the last one is included."""

    name = WordingField(_("name"), max_length=80)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))

    region = models.CharField(max_length=2, blank=True, editable=False)
    """The state for which it holds; empty, where an editor typed it: wherever the house is."""

    panels = [
        "name",
        FieldRowPanel([FieldPanel(each, widget=DayInput) for each in ("first_day", "last_day")]),
    ]

    class Meta:
        ordering = ["first_day"]
        verbose_name = _("school holidays")
        verbose_name_plural = _("school holidays")

    def __str__(self):
        return str(self.name)

    @classmethod
    def of(cls, region):
        """Those that hold in a state."""
        return cls.objects.filter(region__in=["", region])

    def clean(self):
        check_days(self.first_day, self.last_day)
