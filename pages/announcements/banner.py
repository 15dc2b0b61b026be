"""One announcement as it stands on all pages: a sign, a word, what is so, and until when."""

from dataclasses import dataclass
from datetime import datetime

from blocks.originals import at_or_below
from pages.announcements import listing, spoken
from pages.announcements.choices import Kind
from pages.announcements.models import AnnouncementPage
from pages.announcements.sentences import SAY_TODAY, tells_of_a_date
from pages.phrasing import listed


@dataclass(frozen=True)
class Banner:
    """In the language of the reader; `page` comes from `listing`."""

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
        return self.date.url if self.date else self.page.url

    @property
    def date(self):
        """The date that it tells of, if the calendar says what is so."""
        return self.page.told_of if tells_of_a_date(self.page.original) else None

    @property
    def details(self):
        """`bis heute, 18 Uhr`, and the room that it is about; nothing where there is nothing more to know."""
        return listed(["" if self.date else self._until, self.page.where])

    @property
    def _until(self):
        says_today = self.page.sentence in SAY_TODAY
        return self.page.ends and spoken.until(self.page.ends, self.now, says_today)

    @property
    def can_be_put_away(self):
        return self.kind != Kind.EMERGENCY

    @property
    def key(self):
        """Another one whenever something about it has changed: then it comes back to whoever put it away."""
        published = self.page.last_published_at, self.page.original.last_published_at
        moments = (*published, self.date and self.date.changed_at)
        return "-".join([str(self.page.pk), *(f"{moment.timestamp():.0f}" for moment in moments if moment)])


def banners(now, homes):
    """What stands on all pages below these places in the tree.

    One query where there is none, as on most days; else one more, and two more if one tells of a date.
    """
    if not listing.may_stand_everywhere(now):
        return []
    found = listing.banners(now).filter(at_or_below(homes))
    return [Banner(page, now) for page in listing.told_together(found)]
