"""Taking down what is published: of an original its edition, of a translation on which one it is based."""

from django.db import transaction
from django.utils import timezone
from wagtail_localize.models import StringTranslation, Translation

from pages.base import BasePage
from quartier.languages.fingerprint import fingerprint
from quartier.languages.models import Record, SmallChange
from quartier.languages.starting import WRITTEN_FREELY


@transaction.atomic
def note_published(page, revision=None, at=None):
    """Take down the texts of a page that has just been published, or was at a moment."""
    if not isinstance(page, BasePage) or not page.live:
        return
    original = page.original
    if original.pk == page.pk:
        is_small = bool(revision) and SmallChange.objects.filter(revision=revision).exists()
        _note(page, at or timezone.now(), is_small)
    else:
        written = at or (revision.created_at if revision else timezone.now())
        _note_translation(page, original, written, at or timezone.now())


def note_machine(page):
    """Say of a published translation that a machine wrote it and nobody has read it since."""
    _known(page)
    Record.objects.filter(page=page).update(is_machine=True)


@transaction.atomic
def confirm(page, now=None):
    """A person says that a translation tells what the original tells now, whoever wrote it."""
    original = _known(page.original)
    record = _known(page)
    record.based_on, record.is_machine, record.since = original.edition, False, now or timezone.now()
    record.save()
    by_machine_in(page).update(translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL, tool_name="")


def by_machine_in(page):
    """The strings of a page that a machine wrote into its translation: a queryset."""
    source = Translation.objects.filter(source__object_id=page.translation_key, target_locale=page.locale_id)
    return StringTranslation.objects.filter(
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
        locale=page.locale_id,
        context__object_id=page.translation_key,
        translation_of__segments__source__in=source.values("source"),
    )


def managed(page):
    """How wagtail-localize translates a page, string by string; None where it is written freely."""
    found = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
    )
    return found.select_related("source__locale", "target_locale").first()


def _note_translation(page, original, written, at):
    edition_of = _known(original)
    before = Record.objects.filter(page=page.pk).values_list("fingerprint", flat=True).first()
    record = _note(page, at)
    translation = managed(page)
    if translation is None and record.fingerprint == before and _was_managed(page):
        return
    if translation is None:
        record.based_on, record.is_machine = edition_of.edition_at(written), False
        if record.fingerprint == edition_of.fingerprint and not _is_written_freely(page):
            record.based_on = 0
    else:
        total, done = translation.get_progress()
        if done == total:
            record.based_on = _edition_of_source(translation.source, edition_of)
        record.is_machine = by_machine_in(page).exists()
    record.since = at
    record.save()


def _was_managed(page):
    """Whether it was translated string by string until somebody stopped that: nobody has read it for that."""
    translations = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id
    )
    return not _is_written_freely(page) and translations.exists()


def _is_written_freely(page):
    return page.locale.language_code in WRITTEN_FREELY


def _edition_of_source(source, original):
    """The edition that lay before the translators."""
    return original.edition_of(fingerprint(source.as_instance())) or original.edition_at(
        source.last_updated_at
    )


def _known(page):
    """The record of a page, made from what is published where there is none yet."""
    record = Record.objects.select_for_update().filter(page=page.pk).first()
    return record or _note(page.specific, page.last_published_at or timezone.now())


def _note(page, at, is_small=False):
    record = Record.objects.select_for_update().filter(page=page.pk).first() or Record(page_id=page.pk)
    record.note(fingerprint(page), at, is_small)
    record.save()
    return record
