"""What is paid for by whom, on any page."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldRowPanel
from wagtail.models import Orderable

from pages.partners.models.partner import PartnerPage


class FundingQuerySet(models.QuerySet):
    """Fundings, and the question by their own dates."""

    def holding_on(self, day):
        begun = models.Q(first_day=None) | models.Q(first_day__lte=day)
        return self.filter(begun, models.Q(last_day=None) | models.Q(last_day__gte=day))


class Funding(Orderable):
    """Who pays for what a page tells of, and for how long; empty dates are those of the funder."""

    page = ParentalKey("wagtailcore.Page", related_name="fundings")
    funder = models.ForeignKey(
        PartnerPage, models.CASCADE, related_name="funded", verbose_name=_("funded by")
    )
    first_day = models.DateField(_("from"), null=True, blank=True, help_text=_("Empty: as with the funder."))
    last_day = models.DateField(
        _("until"), null=True, blank=True, help_text=_("The last day on which logo and wording appear here.")
    )

    objects = FundingQuerySet.as_manager()

    panels = ["funder", FieldRowPanel(["first_day", "last_day"])]

    class Meta(Orderable.Meta):
        verbose_name = _("funding")

    def __str__(self):
        return self.funder.title

    def holds_on(self, day):
        """Whether money flows on a day, by the dates of the funding alone; both ends belong to it."""
        return (not self.first_day or self.first_day <= day) and (not self.last_day or day <= self.last_day)

    def clean(self):
        first, last = self.first_day, self.last_day
        if first and last and last < first:
            raise ValidationError({"last_day": _("This is before it begins.")})
        funder = PartnerPage.objects.filter(pk=self.funder_id).first()
        if funder and first and funder.is_over_on(first):
            raise ValidationError({"first_day": _("By then the funder has stopped paying.")})
        if funder and last and funder.first_day and last < funder.first_day:
            raise ValidationError({"last_day": _("The funder begins to pay only later.")})
