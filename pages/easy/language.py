"""Which language this is, and whether a reader is in it. Nothing of it changes what is stored."""

from django.db.models import TextField
from django.utils.translation import get_language
from wagtail.fields import StreamField

EASY = "de-simple"


def is_easy() -> bool:
    """Whether the reader reads Leichte Sprache."""
    return get_language() == EASY


def speaks_easily(page) -> bool:
    """Whether a page is written in Leichte Sprache, in whichever tree it stands."""
    return getattr(page, "is_easy_to_read", False)


def hush(page):
    """Take from a page in memory what is told at length in everyday German: its facts remain.

    The page must not be saved then.
    """
    for name in page.texts:
        field = page._meta.get_field(name) if name not in page.unread else None
        if isinstance(field, StreamField):
            setattr(page, name, [])
        elif isinstance(field, TextField):
            setattr(page, name, "")
