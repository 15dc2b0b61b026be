"""One announcement as it stands on all pages: a sign, a word, what is so, and until when."""

from dataclasses import dataclass
from datetime import datetime

from blocks.originals import at_or_below
from pages.announcements import listing, spoken
from pages.announcements.choices import Kind
from pages.announcements.models import AnnouncementPage


@dataclass(frozen=True)
class Banner:
    """In the language of the reader; `page` comes from `listing.told`."""

    page: AnnouncementPage
    now: datetime

    @property
    def kind(self):
        return Kind(self.page.kind)

    @property
    def language(self):
        """That of the headline, where it is not the reader's."""
        return self.page.headline_language

    @property
    def url(self):
        """Where more is said: on the page of the date, or on its own."""
        return (self.page.told and self.page.told.url) or self.page.url

    @property
    def details(self):
        return spoken.details(self.page, self.now)

    @property
    def can_be_put_away(self):
        return self.kind != Kind.EMERGENCY

    @property
    def key(self):
        """Another one whenever something about it has changed: then it comes back to whoever put it away."""
        moments = (self.page.last_published_at, self.page.told and self.page.told.changed_at)
        return "-".join([str(self.page.pk), *(f"{moment:%s}" for moment in moments if moment)])


def banners(now, homes):
    """What stands on all pages below these places in the tree: one query, two more if one tells of a date."""
    found = listing.banners(now).filter(at_or_below(homes))
    return [Banner(page, now) for page in listing.told(found)]
