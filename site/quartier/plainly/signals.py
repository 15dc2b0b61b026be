"""Who changes a page, the glossary, or who has checked a text: what was read before counts no more."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page

from pages.easy.language import EASY
from pages.easy.models import Check, GlossaryWord
from quartier.plainly.models import Reading


@receiver(post_save)
def forget(instance, update_fields=None, raw=False, **kwargs):
    """Publishing saves the page, too; a draft writes only a few of its fields."""
    if raw or not isinstance(instance, Page):
        return
    if update_fields is None or {"live", *getattr(instance, "texts", ["title"])} & set(update_fields):
        Reading.objects.filter(page_id=instance.pk).delete()


@receiver([post_save, post_delete], sender=Check)
def forget_checked(instance, raw=False, **kwargs):
    """Who has read a text is one of the findings."""
    if not raw:
        Reading.objects.filter(page_id=instance.page_id).delete()


@receiver([post_save, post_delete], sender=GlossaryWord)
def forget_explained(raw=False, **kwargs):
    """Words that are explained are no hard words."""
    if not raw:
        Reading.objects.filter(page__locale__language_code=EASY).delete()
