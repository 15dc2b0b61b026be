"""Texts that are published are taken down; Leichte Sprache is written freely; who opens a page opens all."""

from django.db.models.signals import post_delete, pre_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published
from wagtail_localize.models import Translation

from pages.drafts import draft_kept
from pages.panels import SMALL_CHANGE
from quartier.languages.models import SmallChange
from quartier.languages.noting import note_published
from quartier.languages.starting import WRITTEN_FREELY


@receiver(pre_save, sender=Translation)
def write_freely(sender, instance, **kwargs):
    """Leave the normal editor; a later "sync" of the original leaves it alone, and no button changes that."""
    if instance.target_locale.language_code in WRITTEN_FREELY:
        instance.enabled = False


@receiver(post_delete, sender=PageViewRestriction)
def open_translations(sender, instance, origin, **kwargs):
    """Who opens an original again opens its translations: they hold copies of its restriction.

    Opening a translation opens no original, and a page that is deleted opens nothing.
    """
    if not isinstance(origin, PageViewRestriction):
        return
    group = Page.objects.filter(translation_key=instance.page.translation_key)
    if not group.filter(pk__lt=instance.page_id).exists():
        PageViewRestriction.objects.filter(page__in=group).delete()


@receiver(page_published)
def take_down(instance, revision, **kwargs):
    note_published(instance, revision)


@receiver(draft_kept)
def note_small_change(instance, revision, **kwargs):
    """The tick belongs to what was saved with it, whoever publishes that and when.

    A draft that is saved again over itself has the tick that was sent last.
    """
    is_small = getattr(instance, SMALL_CHANGE, None)
    if is_small:
        SmallChange.objects.get_or_create(revision=revision)
    elif is_small is not None:
        SmallChange.objects.filter(revision=revision).delete()
