"""Where translations stand in the tree, and what becomes of them: they follow their original."""

from django.db.models import ManyToManyField
from modelcluster.models import get_all_child_relations
from wagtail.contrib.redirects.models import Redirect
from wagtail.coreutils import find_available_slug
from wagtail.models import Page

from blocks.originals import originals

HOME = 2
"""How deep home pages stand."""


def is_original(page) -> bool:
    return not Page.objects.filter(translation_key=page.translation_key, pk__lt=page.pk).exists()


def original_of(page):
    return Page.objects.filter(translation_key=page.translation_key).order_by("pk").first()


def put_in_place(top):
    """Let the translations of a page and of all below it stand where their originals stand.

    That is below the translation of the page above; where that is not translated, of the nearest one that is.
    """
    below = originals(Page.objects.descendant_of(top, inclusive=True))
    for page in below.filter(depth__gt=HOME).order_by("path"):
        for translation in _translations(page):
            _move(translation, _place(page, translation.locale_id))


def _translations(page):
    return Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)


def _place(page, locale):
    """The page below which the translation into this language belongs; None where there is none."""
    above = Page.objects.filter(pk__in=[each.pk for each in page.get_ancestors()], depth__gte=HOME)
    keys = above.values("translation_key")
    found = {
        each.translation_key: each for each in Page.objects.filter(translation_key__in=keys, locale=locale)
    }
    ways = (found.get(each.translation_key) for each in above.order_by("-depth"))
    return next(filter(None, ways), None)


def _move(page, parent):
    """Move a page, under another name if its own is taken there."""
    if parent is None or page.is_child_of(parent) or parent.is_descendant_of(page) or parent.pk == page.pk:
        return
    if (slug := find_available_slug(parent, page.slug)) != page.slug:
        page = page.specific
        page.slug = slug
        page.save(update_fields=["slug", "url_path"], clean=False)
    page.refresh_from_db()
    page.move(Page.objects.get(pk=parent.pk), pos="last-child")


def withdraw(key):
    """The original is gone: its translations are not public any more, and not lost."""
    for page in Page.objects.filter(translation_key=key).live().order_by("pk"):
        page.specific.unpublish()


def hand_on(original):
    """Who deletes an original leaves its facts to the first of its translations, as a draft."""
    heir = _translations(original).order_by("pk").first()
    if heir is None or not hasattr(original, "facts"):
        return
    draft = heir.specific.get_latest_revision_as_object()
    children = {relation.name for relation in get_all_child_relations(type(original))}
    for name in original.facts:
        if name in children:
            setattr(draft, name, [_copy(each) for each in getattr(original, name).all()])
        elif isinstance(original._meta.get_field(name), ManyToManyField):
            setattr(draft, name, list(getattr(original, name).all()))
        else:
            attname = original._meta.get_field(name).attname
            setattr(draft, attname, getattr(original, attname))
    draft.save_revision(clean=False)


def _copy(child):
    child.pk = None
    return child


def leave_word(page):
    """The address of a translation that is deleted leads to its original; see ways.py."""
    original = original_of(page)
    parts = page.get_url_parts()
    if not original or original.pk == page.pk or not page.live or not (parts and parts[2]):
        return
    path = Redirect.normalise_path(parts[2])
    Redirect.objects.filter(old_path=path, site_id=parts[0], automatically_created=True).delete()
    if not Redirect.objects.filter(old_path=path, site_id=parts[0]).exists():
        Redirect.objects.create(
            old_path=path,
            site_id=parts[0],
            redirect_page=original,
            is_permanent=False,
            automatically_created=True,
        )
