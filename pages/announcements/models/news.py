"""The list of all announcements."""

from django.utils.translation import gettext_lazy as _

from blocks.field import BlockField
from blocks.streams import BodyStream
from pages.announcements import feed
from pages.announcements.looking import News
from pages.base import BasePage
from pages.outlets import Outlets


class NewsPage(Outlets, BasePage):
    """What holds now, the newest first, and what there was in each year."""

    body = BlockField(BodyStream(), verbose_name=_("content below the list"), blank=True)

    texts = [*BasePage.texts, "body"]

    outlets = {"feed.xml": "feed"}
    content_panels = [*BasePage.introduction_panels, "body"]
    page_description = _("All announcements, the latest first, with an archive.")
    parent_page_types = ["home.HomePage", "standard.StandardPage"]
    subpage_types = ["announcements.AnnouncementPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of news")
        verbose_name_plural = _("lists of news")

    def get_context(self, request, *args, **kwargs):
        news = News(self, request.GET, self.get_url(request) or "")
        return {**super().get_context(request, *args, **kwargs), "news": news, "same": news.same}

    def feed(self, request):
        return feed.news(self, request)
