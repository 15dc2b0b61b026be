"""One partner: who works with the centre, or pays for a part of it, and for how long."""

from urllib.parse import urlsplit

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from blocks.field import BlockField
from blocks.logo_wall import shape
from blocks.streams import BodyStream
from pages.base import BasePage
from pages.partners.forms import PartnerForm
from pages.partners.spoken import period
from pages.phrasing import capital
from pages.websites import WebAddressField
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
    link = WebAddressField(_("website"), blank=True)
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
    base_form_class = PartnerForm
    page_description = _("Someone the house works with, or who pays for a part of it.")
    parent_page_types = ["partners.PartnerIndexPage"]
    subpage_types = []

    along = (*BasePage.along, "logo")

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")

    def holds_on(self, day):
        """Whether it is a partner on a day; both ends belong to it."""
        return (not self.first_day or self.first_day <= day) and not self.is_over_on(day)

    def is_over_on(self, day):
        """Whether it was a partner once."""
        return bool(self.last_day and self.last_day < day)

    @property
    def is_former(self):
        return self.is_over_on(timezone.localdate())

    @property
    def period(self):
        """From when to when, in words; of former partners the end alone: `bis März 2026`."""
        first = None if self.is_former else self.first_day
        return period(first, self.last_day, timezone.localdate())

    @property
    def kind_in_words(self):
        return capital(self.get_kind_display())

    @property
    def website(self):
        """The link, if a browser may follow it."""
        return self.link if urlsplit(self.link).scheme in ("http", "https") else ""

    @property
    def host(self):
        """Where the website is, in as few letters as possible."""
        return (urlsplit(self.website).hostname or "").removeprefix("www.")

    @property
    def logo_shape(self):
        return shape(self.logo)

    def get_context(self, request, *args, **kwargs):
        is_preview = getattr(request, "is_preview", False)
        facts = self if is_preview else self.original
        return {**super().get_context(request, *args, **kwargs), "facts": facts}
