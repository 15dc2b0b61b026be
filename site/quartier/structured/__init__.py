"""What pages say of themselves to search engines: the words of schema.org, one function per kind of page.

A kind that has more to say than its place in the tree is entered in `KINDS`; what it says must be read on the
page, too. Queries are those that the page's template needs anyway, and are remembered on the page for it.
"""

from pages.announcements.models import AnnouncementPage
from pages.events.models import EventPage
from pages.newsletters.models import NewsletterPage
from pages.partners.models import PartnerPage
from pages.places.models import RoomPage
from pages.services.models import ServicePage
from quartier.structured.announcement import announcement
from quartier.structured.article import issue
from quartier.structured.event import event
from quartier.structured.partner import partner
from quartier.structured.place import room
from quartier.structured.service import service

KINDS = {
    AnnouncementPage: announcement,
    ServicePage: service,
    EventPage: event,
    RoomPage: room,
    PartnerPage: partner,
    NewsletterPage: issue,
}


def of(page, house) -> list[dict]:
    """What this page tells of: nothing, or one thing."""
    tell = KINDS.get(type(page))
    said = tell(page, house) if tell else None
    return [said] if said else []
