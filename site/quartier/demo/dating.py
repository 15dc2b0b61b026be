"""Honest days: a page was not written on the day that the demo was loaded."""

from django.utils import timezone
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Revision
from wagtail_localize.models import SegmentOverride, StringTranslation, TranslationLog

from quartier.languages.models import Record

SOON, EARLY, LATER, LATEST = 0.15, 0.3, 0.6, 0.8
"""When something happened to a page, as a part of the time since it opened: translated at once; translated
before the original changed; the original changed; translated after that."""


def moment(opened, part):
    """Between the opening of a page and now."""
    return opened + (timezone.now() - opened) * part


def date_publication(thing, day):
    """As if it had been published as it is now on this day."""
    revision = thing.latest_revision_id
    Revision.objects.filter(pk=revision).update(created_at=day)
    is_page = isinstance(thing, Page)
    (PageLogEntry if is_page else ModelLogEntry).objects.filter(revision=revision).update(timestamp=day)
    values = {"last_published_at": day}
    if is_page:
        values["latest_revision_created_at"] = day
        _date_record(thing, day)
    type(thing).objects.filter(pk=thing.pk).update(**values)


def _date_record(page, day):
    """The edition that came out with it."""
    record = Record.objects.get(page=page.pk)
    *before, (text, edition, _at) = record.editions
    record.editions, record.since = [*before, [text, edition, day.isoformat()]], day
    record.save()


def date_translation(translation, published, day):
    """As if it had been written and published on this day."""
    date_publication(published, day)
    type(published).objects.filter(pk=published.pk).update(first_published_at=day)
    locale, key = translation.target_locale, published.translation_key
    ours = {"locale": locale, "context__object": key}
    for kept in (StringTranslation, SegmentOverride):
        kept.objects.filter(**ours).update(created_at=day, updated_at=day)
    TranslationLog.objects.filter(source=translation.source, locale=locale).update(created_at=day)
    type(translation).objects.filter(pk=translation.pk).update(
        created_at=day, translations_last_updated_at=day, destination_last_updated_at=day
    )
