"""Pages as readers meet them: in their own language where there is that, with the facts of the original."""

from functools import partial

from django.db.models import ManyToManyField
from django.utils.translation import get_language
from modelcluster.models import get_all_child_relations
from wagtail.models import Page

from blocks.closed import open_pages
from blocks.in_full import in_full
from blocks.originals import ITS_LANGUAGE, of_original, originals

TOLD_IN = "told_in"
"""In the context of the bricks of a text that is not in the reader's language: its language."""


def read(pages, language=None) -> list[Page]:
    """Of a queryset of pages of one kind those that everybody may read, each once, as `as_read`.

    One query in every language, beside the rule of what is closed; the queryset must not be cut.
    """
    language = language or get_language()
    told = originals(open_pages(pages))
    there = pages.model.objects.live().filter(locale__language_code=language).order_by()
    there = there.filter(translation_key__in=told.order_by().values("translation_key"))
    found = list((told | there).annotate(first=of_original("pk"), language=ITS_LANGUAGE))
    translated = {page.translation_key: page for page in found if page.first != page.pk}
    return [
        _read(page, translated.get(page.translation_key), language) for page in found if page.first == page.pk
    ]


def as_read(pages, language=None, known=None) -> list[Page]:
    """These originals, each in the reader's language if it is translated, else as it is.

    They come with their locale or the annotation `language`. One query, none where all speak the reader's
    language, or where their translations are `known`; one more where they are of several kinds.
    """
    pages, language = list(pages), language or get_language()
    others = [page for page in pages if language_of(page) != language]
    found = known if known is not None else translations(others, language) if others else {}
    return [_read(page, found.get(page.translation_key), language) for page in pages]


def translations(pages, language):
    """The published ones in this language, by key, without what holds for all languages."""
    keys, kinds = {page.translation_key for page in pages}, {type(page) for page in pages}
    if len(kinds) > 1:
        known = Page.objects.live().filter(translation_key__in=keys, locale__language_code=language)
        return {page.translation_key: page for page in in_full(known).values()}
    known = kinds.pop().objects.live().filter(translation_key__in=keys, locale__language_code=language)
    known = known.annotate(language=ITS_LANGUAGE).defer_streamfields()
    return {page.translation_key: page for page in known}


def _read(original, translation, language):
    original.original = original
    if translation is None:
        return mark(original, language)
    lend(original, translation)
    translation.original = original
    return mark(translation, language)


def language_of(page):
    return getattr(page, "language", None) or page.locale.language_code


def mark(page, language=None):
    """Note in which language a page is read: where it speaks another, `foreign` names that, else it is "".

    Its address then is that of the reader's language, too: the page opens there with a notice.
    """
    language = language or get_language()
    page.foreign = "" if language_of(page) == language else language_of(page)
    if page.foreign:
        page.get_url_parts = partial(_parts, page, language)
    else:
        page.__dict__.pop("get_url_parts", None)
    return page


def _parts(page, language, request=None):
    parts = type(page).get_url_parts(page, request)
    if not parts or not parts[2]:
        return parts
    site, root, path = parts
    own = f"/{language_of(page)}/"
    return site, root, f"/{language}/{path.removeprefix(own)}" if path.startswith(own) else path


def lend(original, translation):
    """Let a translation show the facts of its original. It must not be saved with them.

    Lists of things are looked up only when they are asked for, or taken over if they have been.
    """
    children = {relation.name for relation in get_all_child_relations(type(original))}
    lists = translation.__dict__.setdefault("_prefetched_objects_cache", {})
    for name in getattr(type(original), "facts", []):
        if name in children or isinstance(original._meta.get_field(name), ManyToManyField):
            lists[name] = getattr(original, name).all()
        else:
            _lend_field(original, translation, original._meta.get_field(name))


def _lend_field(original, translation, field):
    if field.attname in original.get_deferred_fields():
        return
    setattr(translation, field.attname, getattr(original, field.attname))
    if field.is_relation and field.is_cached(original):
        field.set_cached_value(translation, field.get_cached_value(original))
