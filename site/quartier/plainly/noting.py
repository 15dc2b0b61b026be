"""Keeps what the rules find on published pages: a few pages at a time, and each only once."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from django.db.models import Q

from quartier.plainly.models import Reading
from quartier.plainly.reading import circumstances_of, fields_of, read

ENGINE = Path(__file__).parent / "engine"


@lru_cache
def rules() -> str:
    """A short sign for the rules and lists as they are: with other rules all pages are read again."""
    files = sorted(path for path in ENGINE.rglob("*.*") if path.suffix in (".py", ".txt", ".yaml"))
    return sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12]


def unread(pages):
    """Those of a queryset of pages that were changed, or not read by these rules."""
    return pages.filter(Q(reading=None) | ~Q(reading__rules=rules()))


def note(pages, most: int) -> None:
    """Read those of a queryset of pages that wait for it, but only so many."""
    for page in unread(pages).order_by("path").specific()[:most]:
        verdict, _found = read(fields_of(page), page.locale.language_code, **circumstances_of(page))
        Reading.objects.update_or_create(
            page_id=page.pk,
            defaults={
                "errors": verdict.count("error"),
                "hints": verdict.count("hint"),
                "wiener": verdict.scores.wiener,
                "lix": verdict.scores.lix,
                "rules": rules(),
            },
        )
