"""Partners and funders: who works with the centre, who pays for what, and for how long."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Orderable

from blocks.field import BlockField
from blocks.streams import BodyStream
from pages.base import BasePage
from pages.wording import WordingField


class Kind(models.TextChoices):
    """What a partner is to the centre."""

    CARRIER = "carrier", _("carrier")
    COOPERATION = "cooperation", _("cooperation partner")
    FUNDER = "funder", _("funder")
    UMBRELLA = "umbrella", _("we are a member")


class PartnerPage(BasePage):
    """One partner: who they are, what they run or pay for, and how to reach them."""

    logo = models.ForeignKey(
        "pictures.Picture", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("logo")
    )
    kind = models.CharField(
        _("what are they to us?"), max_length=11, choices=Kind.choices, default=Kind.COOPERATION
    )
    link = models.URLField(_("website"), blank=True)
    first_day = models.DateField(_("since"), null=True, blank=True)
    last_day = models.DateField(
        _("until"), null=True, blank=True, help_text=_("Of funders: afterwards logo and wording drop out.")
    )
    duty_text = WordingField(
        _("wording that a funder asks for"),
        blank=True,
        max_length=400,
        help_text=_("Word for word, for example: “Funded by the Federal Ministry …”."),
    )
    contact_name = models.CharField(_("contact"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    mail = models.EmailField(_("e-mail"), blank=True)
    body = BlockField(BodyStream(), verbose_name=_("content"), blank=True)

    facts = [
        *BasePage.facts,
        *("logo", "kind", "link", "first_day", "last_day", "duty_text", "contact_name", "phone", "mail"),
    ]
    texts = [*BasePage.texts, "body"]

    content_panels = [
        *BasePage.introduction_panels,
        FieldRowPanel(["kind", "link"]),
        "logo",
        MultiFieldPanel(
            [FieldRowPanel(["first_day", "last_day"]), "duty_text"], _("How long, and in which words")
        ),
        MultiFieldPanel(["contact_name", FieldRowPanel(["phone", "mail"])], _("How to reach them")),
        FieldPanel("body"),
    ]
    page_description = _("Someone the house works with, or who pays for a part of it.")
    parent_page_types = ["partners.PartnerIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")

    def holds_on(self, day):
        """Whether it is a partner on a day; both ends belong to it."""
        return (not self.first_day or self.first_day <= day) and (not self.last_day or day <= self.last_day)


class PartnerIndexPage(BasePage):
    """All partners, by kind and topic, to be searched."""

    body = BlockField(BodyStream(), verbose_name=_("content below the list"), blank=True)

    texts = [*BasePage.texts, "body"]

    content_panels = [*BasePage.introduction_panels, "body"]
    page_description = _("All partners and funders, by kind and topic.")
    parent_page_types = ["home.HomePage", "standard.StandardPage"]
    subpage_types = ["partners.PartnerPage", "standard.StandardPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of partners")
        verbose_name_plural = _("lists of partners")


class Funding(Orderable):
    """Who pays for what a page tells of, and for how long; empty dates are those of the funder."""

    page = ParentalKey("wagtailcore.Page", related_name="fundings")
    funder = models.ForeignKey(
        PartnerPage, models.CASCADE, related_name="funded", verbose_name=_("funded by")
    )
    first_day = models.DateField(_("from"), null=True, blank=True)
    last_day = models.DateField(_("until"), null=True, blank=True)

    panels = ["funder", FieldRowPanel(["first_day", "last_day"])]

    class Meta(Orderable.Meta):
        verbose_name = _("funding")

    def __str__(self):
        return self.funder.title

    def holds_on(self, day):
        """Whether money flows on a day, by the dates of the funding and of the funder."""
        starts = not self.first_day or self.first_day <= day
        return starts and (not self.last_day or day <= self.last_day) and self.funder.holds_on(day)
