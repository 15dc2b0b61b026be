"""Beginning a translation: a draft in another language, in the right place of its tree."""

from django.db import transaction
from wagtail.fields import StreamField
from wagtail.models import Locale, Page
from wagtail_localize.operations import translate_object

WRITTEN_FREELY = {"de-simple"}
"""Languages that are no translation string by string: a text of their own, of bricks of its own."""


@transaction.atomic
def start(original, locale, user=None):
    """A draft of a page in another language, begun now or before; answers with it."""
    known = original.get_translation_or_none(locale)
    if known is None or not known.latest_revision_id:
        if locale.language_code in WRITTEN_FREELY:
            start_freely(original, locale, user)
        else:
            make_room(original, locale)
            translate_object(original, [locale], user=user)
    return original.get_translation(locale).specific


def start_freely(original, locale, user=None):
    """A draft with title and summary of the original, and room for a body of its own."""
    make_room(original, locale)
    page = original.get_translation_or_none(locale) or original.copy_for_translation(locale)
    page = page.specific
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            setattr(page, field.name, [])
    page.seo_title = page.search_description = ""
    page.save()
    page.save_revision(user=user)
    return page


def make_room(original, locale):
    """Copies of the pages above that nobody reads and nobody has begun.

    Wagtail would put aliases there, and readers would meet German as Arabic.
    """
    for above in original.get_ancestors().filter(depth__gt=1).specific():
        if not above.has_translation(locale):
            room = above.copy_for_translation(locale)
            Page.objects.filter(pk=room.pk).update(latest_revision=None)
            room.revisions.all().delete()


def locale_of(code):
    """Where a language is spoken for the first time, its tree is planted."""
    return Locale.objects.get_or_create(language_code=code)[0]
