"""One service: facts in fields, the rest told in blocks."""

from datetime import timedelta

from django.db import models
from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from blocks.reading import lend
from pages.offers.choices import Registration
from pages.offers.models import Offer
from pages.services.forms import ServiceForm
from pages.services.related import related

A_YEAR = timedelta(days=365)


def in_a_year():
    """When a service should be looked at again, if nobody says otherwise."""
    return timezone.localdate() + A_YEAR


class ServicePage(Offer):
    """What the centre or a partner offers again and again."""

    is_by_appointment = models.BooleanField(
        _("by appointment"), default=False, help_text=_("Instead of fixed times, or beside them.")
    )
    review_by = models.DateField(
        _("look at it again by"), default=in_a_year, help_text=_("Then the editors are reminded.")
    )

    facts = [*Offer.facts, "times", "is_by_appointment", "review_by"]

    content_panels = [
        *Offer.introduction_panels,
        Offer.audience_panel,
        InlinePanel("times", heading=_("When?"), label=_("time")),
        "is_by_appointment",
        MultiFieldPanel([FieldRowPanel(["room", "place"]), "access_note"], _("Where?")),
        MultiFieldPanel(Offer.registration_panels, _("How to take part")),
        Offer.cost_panel,
        "bring_along",
        FieldPanel("body"),
        Offer.help_panel,
        MultiFieldPanel(["partner", "review_by"], _("Who runs it"), classname="collapsed"),
        *Offer.funding_panels,
    ]
    base_form_class = ServiceForm
    page_description = _("Something you offer: for whom, when, where, what it costs.")
    parent_page_types = ["services.ServiceIndexPage", "standard.StandardPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("service")
        verbose_name_plural = _("services")

    @property
    def is_drop_in(self):
        """Whether one may just come: there are times, and nobody has to be told before."""
        return self.registration == Registration.NONE and bool(self.times.all())

    def get_context(self, request, *args, **kwargs):
        facts = self.original
        if self.pk:
            prefetch_related_objects([facts], *self.shown_with())
        if facts is not self:
            lend(facts, self)  # once more, with what has just been fetched
        return {**super().get_context(request, *args, **kwargs), "related": related(self)}

    @staticmethod
    def shown_with():
        return *Offer.shown_with(), "times"
