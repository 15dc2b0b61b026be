"""Plain pages: about us, how to get here, and the pages that the law asks for."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel

from blocks.field import BlockField
from blocks.streams import BodyStream
from pages.base import BasePage
from pages.standard.forms import StandardPageForm


class Purpose(models.TextChoices):
    """What a plain page is for. Those that the law asks for come with a start version."""

    ORDINARY = "ordinary", _("an ordinary page")
    IMPRINT = "imprint", _("imprint")
    PRIVACY = "privacy", _("privacy")
    ACCESSIBILITY = "accessibility", _("accessibility statement")
    EASY_LANGUAGE = "easy-language", _("explained in Leichte Sprache")


class StandardPage(BasePage):
    """A plain page at any depth."""

    purpose = models.CharField(
        _("what for?"),
        max_length=16,
        choices=Purpose.choices,
        default=Purpose.ORDINARY,
        help_text=_(
            "Imprint, privacy and the like: leave the content empty and save. "
            "A text appears whose blanks you only have to fill in."
        ),
    )
    body = BlockField(BodyStream(), verbose_name=_("content"), blank=True)

    is_in_an_area = True
    """The pages below and beside it are shown as its sub-navigation."""

    facts = [*BasePage.facts, "purpose"]
    texts = [*BasePage.texts, "body"]

    content_panels = [
        *BasePage.introduction_panels,
        MultiFieldPanel(["purpose"], _("Imprint, privacy and the like"), classname="collapsed"),
        "body",
    ]
    page_description = _("Text, pictures, lists, contacts: for almost everything.")
    base_form_class = StandardPageForm
    parent_page_types = [
        *("home.HomePage", "standard.StandardPage", "services.ServiceIndexPage", "places.RoomIndexPage"),
        *("partners.PartnerIndexPage", "volunteering.VolunteeringPage"),
    ]

    class Meta:
        verbose_name = _("plain page")
        verbose_name_plural = _("plain pages")

    @property
    def is_easy_to_read(self):
        """Whether its text is in Leichte Sprache, though it may stand in the German tree."""
        return self.purpose == Purpose.EASY_LANGUAGE

    @classmethod
    def called(cls, many=False):
        """Only editors need to tell it from the other kinds."""
        return _("Pages") if many else _("Page")
