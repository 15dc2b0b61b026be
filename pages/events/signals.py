"""What happens to the table of dates when something else than an event is saved or deleted."""

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.models import Page

from pages.events.models import EventPage
from pages.events.occurrences import rebuild_published


@receiver(post_delete, sender=Page)
def hand_on(instance, **_):
    """Where the original goes, the next of its translations holds the facts.

    Of a page that is deleted its own part goes before the part that all pages have.
    """
    rebuild_published(EventPage, instance.translation_key)
