"""What an issue says, part by part, in the active language: the one source of the web page and of the mail.

What was chosen stays live: title, date, place and state are those of now, and what is no longer public is
left out. Words that somebody wrote for the issue are in its own language.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language
from wagtail.blocks import StreamValue
from wagtail.models import Page

from blocks.blanks import filled
from blocks.goal import announce, chosen
from blocks.originals import ITS_LANGUAGE
from blocks.reading import language_of, lend, mark
from pages.events.models import Occurrence
from pages.events.spoken import where
from pages.newsletters import offering, timing
from pages.newsletters.kinds import BRICKS, EVENTS, SERVICES, TITLES, kind_of

FEW = 5
"""So many dates of one event are told: those of a group that meets every week. Its page knows all."""


@dataclass(frozen=True)
class Entry:
    """One page that is told of, as readers meet it: in their language or else its own (`page.foreign`).

    `page` comes with all fields of its kind and the facts of its original. `text` is the shorter text or else
    the summary; `language` is its code where it is not the reader's. `dates` are those of an event, `facts`
    lines in the reader's language about when, where and for how much a service takes place.
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
    def few(self):
        """The first dates: those that stand in the letter."""
        return self.dates[:FEW]

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


@dataclass(frozen=True)
class Section:
    """A part: entries of one kind below a title, or bricks (`kind` is "bricks") that somebody stacked.

    `title` is never empty where there are entries; `language` is its code where it is not the reader's.
    `id` is that of the brick which gives it its place; empty at the end, where nothing does.
    """

    kind: str
    title: str = ""
    language: str = ""
    entries: tuple[Entry, ...] = ()
    bricks: tuple[StreamValue.StreamChild, ...] = ()
    id: str = ""


class Letter:
    """The parts of an issue as its web page needs them, whose body is shown as one text."""

    def __init__(self, found):
        self.placed = {part.id: part for part in found if part.id}
        """By the bricks that give them their place."""

        self.rest = [part for part in found if part.kind != BRICKS and not part.id]


def in_words(issue):
    """The issue as its texts are read: translated if it is published so, else as it is (`foreign` tells).

    It has the facts of `issue`, or, if that is itself a translation, of its original.
    """
    facts = issue.original
    if language_of(issue) == get_language():
        return mark(issue)
    text = None if not facts.pk else _translation(facts)
    if text is None:
        return mark(issue)
    lend(facts, text)
    return mark(text)


def _translation(issue):
    group = type(issue).objects.live().filter(translation_key=issue.translation_key).exclude(pk=issue.pk)
    group = group.filter(locale__language_code=get_language())
    return group.annotate(language=ITS_LANGUAGE).first()


def sections(issue, now: datetime) -> list[Section]:
    """All that the issue tells in the active language, in reading order.

    First as its body has it; what has no place in the body follows at the end: nothing chosen is lost.
    The number of queries does not depend on how much it tells.
    """
    text = in_words(issue)
    told = _by_kind(entries(issue, now))
    found = [*_placed(text, told)]
    return found + [
        Section(kind, str(title), entries=told[kind]) for kind, title in TITLES.items() if kind in told
    ]


def _by_kind(told):
    found = defaultdict(tuple)
    for entry in told:
        found[entry.kind] += (entry,)
    return dict(found)


def _placed(text, told):
    """The parts of a body; takes out of `told` what has found its place."""
    bricks = []
    for child in text.body or ():
        if child.block_type not in TITLES:
            bricks.append(child)
            continue
        if bricks:
            yield Section(BRICKS, language=text.foreign, bricks=tuple(bricks))
            bricks = []
        if shown := told.pop(child.block_type, None):
            title = filled(child.value.get("title") or "")
            language = text.foreign if title else ""
            yield Section(
                child.block_type, title or str(TITLES[child.block_type]), language, shown, id=child.id or ""
            )
    if bricks:
        yield Section(BRICKS, language=text.foreign, bricks=tuple(bricks))


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
    return [
        Entry(
            page,
            *_text(item, page),
            tuple(dates.get(page.translation_key, ())),
            offering.facts(page) if number in services else (),
            item,
        )
        for number, (item, page) in shown.items()
    ]


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
