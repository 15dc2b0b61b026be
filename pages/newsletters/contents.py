"""What an issue says, part by part, in the active language: the one source of the web page and of the mail.

What was chosen stays live: title, date, place and state are those of now, and what is no longer public is
left out. Words that somebody wrote for the issue are in its own language.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language
from wagtail.blocks import StreamValue

from blocks.blanks import filled
from blocks.originals import ITS_LANGUAGE
from blocks.reading import language_of, lend, mark
from pages.newsletters.entries import Entry, entries
from pages.newsletters.kinds import BRICKS, TITLES

__all__ = ["Entry", "Letter", "Section", "entries", "in_words", "sections"]


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


def sections(issue, now: datetime, words=None) -> list[Section]:
    """All that the issue tells in the active language, in reading order.

    First as its body has it; what has no place in the body follows at the end: nothing chosen is lost.
    The number of queries does not depend on how much it tells. `words` is the issue as its texts are read,
    where somebody knows.
    """
    text = words or in_words(issue)
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
