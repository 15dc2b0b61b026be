"""Whoever saves a page without publishing it: what was read of it before counts no more."""

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Page

from quartier.plainly.models import Reading


@receiver(post_save)
def forget(instance, update_fields=None, raw=False, **kwargs):
    """Publishing saves the page, too; a draft writes only a few of its fields."""
    if raw or not isinstance(instance, Page):
        return
    if update_fields is None or {"live", *getattr(instance, "texts", ["title"])} & set(update_fields):
        Reading.objects.filter(page_id=instance.pk).delete()
