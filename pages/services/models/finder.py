"""The page on which one finds what there is."""

from django.utils.translation import gettext_lazy as _

from blocks.field import BlockField
from blocks.streams import BodyStream
from pages.base import BasePage
from pages.outlets import Outlets
from pages.services import export
from pages.services.finder.finding import Finder


class ServiceIndexPage(Outlets, BasePage):
    """All services, to be narrowed down by who, what, when, in which language."""

    body = BlockField(BodyStream(), verbose_name=_("content below the finder"), blank=True)

    texts = [*BasePage.texts, "body"]
    outlets = {"daten.json": "data"}

    content_panels = [*BasePage.introduction_panels, "body"]
    page_description = _("All services, to be found by who, what, when and in which language.")
    parent_page_types = ["home.HomePage", "standard.StandardPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("finder for services")
        verbose_name_plural = _("finders for services")

    def get_context(self, request, *args, **kwargs):
        address = self.get_url(request) or ""
        finder = Finder(self, request.GET, address)
        return {**super().get_context(request, *args, **kwargs), "finder": finder, "same": finder.query}

    def data(self, request):
        """All services for other programs; see README.md."""
        return export.answer(self, request)
