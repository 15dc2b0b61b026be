"""Whether people of the target group have read the text of a page as it is today."""

import hashlib
import json
import re
from typing import ClassVar

from wagtail.fields import StreamField

from pages.easy.language import EASY
from pages.easy.models import Check

KEYS = re.compile(r'\sdata-block-key="[^"]*"')
"""Names that the editor gives to paragraphs: not part of the text."""


class Checked:
    """A page that keeps, with its draft, the check that an editor entered for the text as it then was."""

    noted: ClassVar[tuple | None] = None
    """Who checked it and when, from the form until the draft is kept: a preview keeps nothing."""

    def save_revision(self, *args, **kwargs):
        revision = super().save_revision(*args, **kwargs)
        if self.noted:
            note_check(self, *self.noted)
        return revision


def is_for_checking(page) -> bool:
    """Whether a page is one that a group reads: those in Leichte Sprache are, once they exist."""
    return bool(page.pk and page.locale_id and page.locale.language_code == EASY)


def fingerprint(page) -> str:
    """The same for the same title, summary and content: facts, address and search words do not count."""
    names = ["title", *(name for name in page.texts if name not in page.unread)]
    said = {name: _said(page._meta.get_field(name), getattr(page, name)) for name in names}
    return hashlib.sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest()


def check_of(page) -> Check | None:
    """The check that holds for the text of a page as it is in memory: one query; None if there is none."""
    return Check.objects.filter(page=page.pk, text=fingerprint(page)).first() if page.pk else None


def last_check_of(page) -> Check | None:
    """The latest one, whatever the text was."""
    return Check.objects.filter(page=page.pk).first() if page.pk else None


def note_check(page, by, on):
    """That the text of a page as it is in memory was read by a group; by nobody takes that back.

    The newest is always another than before: by that a form knows that something was noted.
    """
    if not by:
        Check.objects.filter(page=page.pk).delete()
        return
    text = fingerprint(page)
    Check.objects.filter(page=page.pk, text=text).delete()
    Check.objects.create(page_id=page.pk, text=text, by=by, on=on)


def _said(field, value):
    return _without_names(field.get_prep_value(value)) if isinstance(field, StreamField) else str(value or "")


def _without_names(stored):
    stored = json.loads(stored) if isinstance(stored, str) else stored
    return _bare(stored)


def _bare(value):
    """Stored bricks without the names that Wagtail gives to bricks, entries and paragraphs."""
    if isinstance(value, dict):
        return {key: _bare(each) for key, each in value.items() if key != "id"}
    if isinstance(value, list):
        return [_bare(each) for each in value]
    return KEYS.sub("", value) if isinstance(value, str) else value
