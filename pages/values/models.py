"""What the centre stands for (Leitbild)."""

from django.utils.translation import gettext_lazy as _

from blocks.field import BlockField
from blocks.streams import BodyStream, ValueStream
from blocks.values import named_values
from pages.base import BasePage


class ValuesPage(BasePage):
    """The values on one page, each in a section of its own that can be linked to."""

    introduction = BlockField(BodyStream(), verbose_name=_("introduction"), blank=True)
    values = BlockField(ValueStream(), verbose_name=_("values"), blank=True)

    texts = [*BasePage.texts, "introduction", "values"]

    content_panels = [*BasePage.introduction_panels, "introduction", "values"]
    page_description = _("What the house stands for, value by value.")
    parent_page_types = ["home.HomePage", "standard.StandardPage"]
    subpage_types = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("values")
        verbose_name_plural = _("values")

    @property
    def sections(self):
        """Each value with the name that a link to it ends in."""
        return named_values(self.values, self.introduction)
