"""The list of all announcements."""

from django.utils.translation import gettext_lazy as _

from blocks.field import BlockField
from blocks.streams import BodyStream
from pages.base import BasePage


class NewsPage(BasePage):
    """All announcements, the latest first."""

    body = BlockField(BodyStream(), verbose_name=_("content below the list"), blank=True)

    texts = [*BasePage.texts, "body"]

    content_panels = [*BasePage.introduction_panels, "body"]
    page_description = _("All announcements, the latest first, with an archive.")
    parent_page_types = ["home.HomePage", "standard.StandardPage"]
    subpage_types = ["announcements.AnnouncementPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of news")
        verbose_name_plural = _("lists of news")
