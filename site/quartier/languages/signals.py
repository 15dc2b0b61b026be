"""Leichte Sprache is written freely, not translated sentence by sentence."""

from django.db.models.signals import pre_save
from django.dispatch import receiver
from wagtail_localize.models import Translation

WRITTEN_FREELY = {"de-simple"}


@receiver(pre_save, sender=Translation)
def write_freely(sender, instance, **kwargs):
    """Leave a starting copy and the normal editor; a later "sync" of the original leaves it alone."""
    if instance._state.adding and instance.target_locale.language_code in WRITTEN_FREELY:
        instance.enabled = False
