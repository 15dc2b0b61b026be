"""The page on which one finds all partners."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from blocks.field import BlockField
from blocks.streams import BodyStream
from pages.base import BasePage
from pages.partners.directory import Directory
from pages.partners.forms import QuestionForm


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

    def get_context(self, request, *args, **kwargs):
        directory = Directory(QuestionForm(request.GET).read(), timezone.localdate())
        return {
            **super().get_context(request, *args, **kwargs),
            "directory": directory,
            "same": directory.query,
        }
