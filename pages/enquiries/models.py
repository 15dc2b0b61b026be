"""Forms that volunteers build and residents send."""

from django.utils.translation import gettext_lazy as _

from blocks.field import BlockField
from blocks.streams import BodyStream
from pages.base import BasePage


class FormPage(BasePage):
    """A page with a form."""

    body = BlockField(BodyStream(), verbose_name=_("content"), blank=True)

    texts = [*BasePage.texts, "body"]

    content_panels = [*BasePage.introduction_panels, "body"]
    page_description = _("A form: contact, enquiry, registration.")
    parent_page_types = ["home.HomePage", "standard.StandardPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("form")
        verbose_name_plural = _("forms")
