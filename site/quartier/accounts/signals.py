"""Whoever publishes, withdraws, moves or deletes: the groups of partners follow."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import post_page_move

from pages.partners.models import PartnerPage
from quartier.accounts.groups import sync_page, sync_partner

TOLD_BY = {"live", "title", "partner", "alias_of"}


@receiver(post_save)
def follow(instance, update_fields=None, raw=False, **kwargs):
    """A page was saved. Publishing and unpublishing do; saving a draft writes other fields."""
    if isinstance(instance, Page) and not raw and (update_fields is None or TOLD_BY & set(update_fields)):
        sync_page(instance)


@receiver(post_page_move)
def follow_a_move(instance, **kwargs):
    sync_page(instance)


@receiver(post_delete, sender=PartnerPage)
def follow_a_deletion(instance, **kwargs):
    """The pages it ran forget it in the same breath, and Wagtail's permissions go with the page."""
    sync_partner(instance.translation_key)
