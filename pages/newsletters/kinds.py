"""What an issue can tell of: dates, services, announcements, and any other page."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

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
