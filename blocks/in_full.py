"""Pages as what they are, each with the fields of its own kind, without their bricks."""

from django.db.models import ForeignKey
from wagtail.fields import StreamField
from wagtail.models import Page

from blocks.originals import ITS_LANGUAGE

PICTURE = "picture"  # what a card shows beside words


def in_full(pages) -> dict[int, Page]:
    """These pages by key, with the fields of their kinds and their pictures: one query for any mix of kinds.

    Wagtail's own `specific()` asks once per kind.
    """
    known = {page.pk: page for page in pages}
    names = {kind: _name(kind) for kind in {page.specific_class for page in known.values()} - {None, Page}}
    if not names:
        return known
    pictures = [f"{name}__{PICTURE}" for kind, name in names.items() if _has_picture(kind)]
    bricks = [f"{name}__{field}" for kind, name in names.items() for field in _bricks(kind)]
    found = Page.objects.filter(pk__in=known).select_related(*names.values(), *pictures).defer(*bricks)
    return known | {page.pk: _own(page, names) for page in found.annotate(language=ITS_LANGUAGE)}


def _own(page, names):
    """A page as what it is; it keeps its language, which is looked up only here."""
    own = getattr(page, names.get(page.specific_class, "specific"))
    own.language = page.language
    return own


def without_bricks(pages):
    """A queryset of pages of one kind, with their pictures."""
    with_picture = pages.select_related(PICTURE) if _has_picture(pages.model) else pages
    return with_picture.defer_streamfields()


def _name(kind):
    """Under which a page knows its row of this kind."""
    return kind._meta.get_ancestor_link(Page).remote_field.get_accessor_name()


def _has_picture(kind):
    fields = kind._meta.local_fields
    return any(field.name == PICTURE and isinstance(field, ForeignKey) for field in fields)


def _bricks(kind):
    return [field.name for field in kind._meta.local_fields if isinstance(field, StreamField)]
