"""How each page stands in each language: computed from the texts themselves, for editors and for readers."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy
from wagtail.models import Page

from quartier.languages.models import Record
from quartier.languages.noting import confirm, note_machine, note_published

__all__ = [
    "Standing",
    "State",
    "confirm",
    "note_machine",
    "note_published",
    "standings",
    "state_of",
    "states",
]


class State(TextChoices):
    """How a page stands in a language.

    A page that was only put there to hold those below it has no version: nobody has begun it.
    """

    NONE = "none", pgettext_lazy("state of a translation", "not translated")
    IN_WORK = "in-work", pgettext_lazy("state of a translation", "in work")
    MACHINE = "machine", pgettext_lazy("state of a translation", "by machine, not confirmed")
    CURRENT = "current", pgettext_lazy("state of a translation", "current")
    OLDER = "older", pgettext_lazy("state of a translation", "older than the original")


@dataclass(frozen=True)
class Standing:
    """A page in a language: its state, its translation if there is one, and since when both are as they are.

    A text by machine can be older than its original, too: then it is `OLDER` and `is_machine`.
    """

    state: State = State.NONE
    page: Page | None = None
    since: datetime | None = None
    original_since: datetime | None = None
    is_machine: bool = False

    @property
    def is_begun(self):
        """Whether there is a page with a text, not only one that holds a place."""
        return bool(self.page and (self.page.live or self.page.latest_revision_id))

    @property
    def has_draft(self):
        return bool(self.page and self.page.live and self.page.has_unpublished_changes)


def state_of(page) -> State:
    """How one page stands, itself: two queries."""
    return standing_of(page).state


def standing_of(page) -> Standing:
    return standings([page])[page.translation_key][page.locale.language_code]


def states(pages) -> dict:
    """Translation key to language code to `State`: as `standings`."""
    return {
        key: defaultdict(lambda: State.NONE, {code: each.state for code, each in row.items()})
        for key, row in standings(pages).items()
    }


def standings(pages) -> dict:
    """Translation key to language code to `Standing`, of these pages in all their languages: one query.

    A language that a page does not exist in answers `State.NONE`.
    """
    group = Page.objects.filter(translation_key__in={page.translation_key for page in pages}, alias_of=None)
    group = group.select_related("locale", "record").defer("record__editions", "record__fingerprint")
    rows = defaultdict(lambda: defaultdict(Standing))
    originals = {}
    for page in group.order_by("pk"):
        original = originals.setdefault(page.translation_key, page)
        rows[page.translation_key][page.locale.language_code] = _standing(page, original)
    return rows


def _standing(page, original):
    return _told(page, original, getattr(page, "record", None), getattr(original, "record", None))


def _told(page, original, record, first):
    known = {
        "page": page,
        "since": record.since if record else page.last_published_at,
        "original_since": first.since if first else original.last_published_at,
        "is_machine": bool(record and record.is_machine),
    }
    if not page.live:
        return Standing(State.IN_WORK if page.latest_revision_id else State.NONE, **known)
    if page.pk != original.pk and record and first and record.based_on != first.edition:
        return Standing(State.OLDER, **known)
    return Standing(State.MACHINE if known["is_machine"] else State.CURRENT, **known)


def standing_of_served(page) -> Standing:
    """How a published translation stands whose original is at hand: one query."""
    pair = Record.objects.filter(page__in=[page.pk, page.original.pk]).defer("editions", "fingerprint")
    records = {record.page_id: record for record in pair}
    return _told(page, page.original, records.get(page.pk), records.get(page.original.pk))
