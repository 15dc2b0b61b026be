"""What an issue can tell of: dates, services, announcements, and any other page."""

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import get_page_models

from pages.announcements.models import AnnouncementPage
from pages.events.models import EventPage
from pages.services.models import ServicePage

BRICKS = "bricks"
ANNOUNCEMENTS, EVENTS, SERVICES, PAGES = "announcements", "events", "services", "pages"

TITLES = {
    ANNOUNCEMENTS: pgettext_lazy("part of a newsletter", "News"),
    EVENTS: pgettext_lazy("part of a newsletter", "Coming up"),
    SERVICES: pgettext_lazy("part of a newsletter", "What we offer"),
    PAGES: _("Also worth reading"),
}
"""What a part is called where nobody has named it, in the order of those that nobody has placed."""

_KINDS = {AnnouncementPage: ANNOUNCEMENTS, EventPage: EVENTS, ServicePage: SERVICES}


def kind_of(page) -> str:
    """To which part a page belongs, by what it is."""
    return _KINDS.get(page.specific_class, PAGES)


def kinds_of_other_pages() -> list[ContentType]:
    """Those of pages that can be news in themselves: not lists, not the front door, not issues."""
    others = [model for model in get_page_models() if model not in _KINDS and _can_be_news(model)]
    return list(ContentType.objects.get_for_models(*others).values())


def _can_be_news(model):
    is_ours = model.__module__.startswith("pages.") and not model.__module__.startswith(__package__)
    return is_ours and model.max_count is None and model.max_count_per_parent is None
