"""What was published before anybody took it down, or came into the database by other ways."""

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision

from blocks.originals import originals
from pages.base import BasePage
from quartier.languages.fingerprint import fingerprint
from quartier.languages.models import Record
from quartier.languages.noting import note_published


def faults(patient=iter):
    """The published pages of which nothing, or something else, is taken down; originals first.

    Whoever has no time for all of them says so by `patient`, through which they go.
    """
    live = Page.objects.live().filter(depth__gt=1, alias_of=None).order_by("pk")
    first = set(originals(live).values_list("pk", flat=True))
    pages = [page for page in live.specific().iterator(chunk_size=100) if isinstance(page, BasePage)]
    known = dict(Record.objects.values_list("page", "fingerprint"))
    found = [page for page in patient(pages) if known.get(page.pk) != fingerprint(page)]
    return sorted(found, key=lambda page: page.pk not in first)


def fill() -> int:
    """Take down what is missing; answers how much that was."""
    found = faults()
    for page in found:
        with transaction.atomic():
            if not Record.objects.filter(page=page.pk).exists():
                _look_back(page)
            note_published(page, at=page.last_published_at or timezone.now())
    return len(found)


def _look_back(page):
    """The texts that an original was published with before, as far as its versions tell."""
    if page.original.pk != page.pk or not page.last_published_at:
        return
    record = Record(page_id=page.pk)
    for revision in _published(page):
        record.note(fingerprint(revision.as_object()), revision.created_at)
    if record.editions:
        record.save()


def _published(page):
    """The versions that became public, by the history of the page."""
    published = PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish")
    return Revision.objects.filter(pk__in=published.values("revision")).order_by("created_at")
