"""The pages that an issue tells of, as its readers meet them, with what stands below each title."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language
from wagtail.models import Page

from blocks.blanks import filled
from blocks.goal import announce, chosen
from pages.announcements.choices import Kind
from pages.announcements.models import AnnouncementPage
from pages.announcements.sentences import look_up
from pages.announcements.spoken import validity
from pages.events.choices import State
from pages.events.models import Occurrence
from pages.events.spoken import where
from pages.newsletters import offering, timing
from pages.newsletters.kinds import ANNOUNCEMENTS, EVENTS, SERVICES, kind_of

FEW = 5
"""So many dates of one event are told: those of a group that meets every week. Its page knows all."""


@dataclass(frozen=True)
class Entry:
    """One page that is told of, as readers meet it: in their language or else its own (`page.foreign`).

    `page` comes with all fields of its kind and the facts of its original. `text` is the shorter text or else
    the summary; `language` is its code where it is not the reader's. `dates` are those of an event, `facts`
    lines in the reader's language: when, where and for how much a service takes place, and until when an
    announcement holds.
    """

    page: Page
    text: str
    language: str
    dates: tuple[Occurrence, ...]
    facts: tuple[str, ...]
    item: object

    @property
    def kind(self):
        return kind_of(self.page)

    @property
    def title(self):
        """Its title, or the standard sentence of an announcement; what it is, while a blank waits in it.

        A standard sentence may hold elements that tell the language of a name.
        """
        words = self.page.headline if self.kind == ANNOUNCEMENTS else self.page.title
        return filled(words) or str(self.page.called() if hasattr(self.page, "called") else self.page)

    @property
    def title_language(self):
        """The code of its language, where that is not the reader's."""
        return self.page.headline_language if self.kind == ANNOUNCEMENTS else self.page.foreign

    @property
    def few(self):
        """The first dates: those that stand in the letter."""
        return self.dates[:FEW]

    @property
    def first(self):
        """The first that takes place as it stands there, else the first of all; None without any."""
        return next((date for date in self.few if date.state == State.SCHEDULED), next(iter(self.few), None))

    @property
    def more(self):
        return len(self.dates[FEW:])

    @property
    def usual(self):
        """The date that says where it is: one that is in no other room than usual. None for other pages."""
        return next((date for date in self.dates if not date.has_other_room), next(iter(self.dates), None))

    @property
    def place(self):
        """Where it is: `Saal, Erdgeschoss`; empty where nobody said, and for other pages than events."""
        return where(self.usual) if self.usual else ""


def entries(issue, now: datetime) -> list[Entry]:
    """What is ticked, in its order, each page once, without what not everybody may read."""
    facts = issue.original
    items = sorted((item for item in facts.items.all() if item.is_in), key=lambda item: item.sort_order or 0)
    pages = chosen(Page.objects.all(), [item.about_id for item in items])
    announce(pages)
    shown = {}
    for item, page in zip(items, pages, strict=True):
        if page and page.announced:
            shown.setdefault(page.original.pk, (item, page.announced))
    read = {number: page for number, (_item, page) in shown.items()}
    dates = _dates(read, facts, now)
    services = {number: page for number, page in read.items() if kind_of(page) == SERVICES}
    if services:
        offering.fetch(services)
    _fetch_sentences({number: page for number, page in read.items() if kind_of(page) == ANNOUNCEMENTS})
    return [
        Entry(
            page,
            *_text(item, page),
            tuple(dates.get(page.translation_key, ())),
            _facts(page, now),
            item,
        )
        for number, (item, page) in shown.items()
    ]


def _fetch_sentences(announcements):
    """Originals of these announcements, and what they say in standard sentences: three queries at most."""
    translated = [number for number, page in announcements.items() if page.pk != number]
    rows = AnnouncementPage.objects.defer_streamfields()
    known = rows.in_bulk(translated) if translated else {}
    for number, page in announcements.items():
        page.original = known.get(number, page)
    look_up([page.original for page in announcements.values() if page.is_generated])


def _facts(page, now):
    if kind_of(page) == SERVICES:
        return offering.facts(page)
    return tuple(_of_announcement(page, now)) if kind_of(page) == ANNOUNCEMENTS else ()


def _of_announcement(page, now):
    """How much it matters, and until when it holds or has held: issues are read for years."""
    if page.kind != Kind.INFORMATION:
        yield page.get_kind_display()
    if page.ends:
        yield validity(page.starts, page.ends, now)


def _dates(pages, issue, now):
    keys = [page.translation_key for page in pages.values() if kind_of(page) == EVENTS]
    return timing.dates(keys, issue.first_day, issue.last_day, now) if keys else {}


def _text(item, page):
    """The shorter text, or the summary where only that speaks the reader's language; and its language."""
    language, summary = get_language(), filled(page.summary if hasattr(page, "summary") else "")
    if own := item.short.get(language):
        return own, ""
    if summary and not page.foreign:
        return summary, ""
    if item.short:
        words, spoken = item.short.in_language(language)
        return words, "" if spoken == language else spoken
    return summary, page.foreign
