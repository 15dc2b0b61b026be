"""What happens in the tree of one language happens in the others: moved, deleted, made."""

from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.models import Locale, Page
from wagtail.signals import copy_for_translation_done, post_page_move

from pages.centre.models import Centre
from quartier.languages.following import (
    HOME,
    hand_on,
    is_original,
    leave_word,
    original_of,
    put_in_place,
    withdraw,
)


@receiver(post_page_move)
def follow(instance, parent_page_before, parent_page_after, **_kwargs):
    """The original was moved, with all below it."""
    if parent_page_before.pk != parent_page_after.pk and is_original(instance):
        put_in_place(instance)


@receiver(copy_for_translation_done)
def gather(source_obj, target_obj, **_kwargs):
    """What is below the original and was translated before has a place now."""
    if isinstance(source_obj, Page) and source_obj.depth > HOME and not target_obj.alias_of_id:
        original = original_of(source_obj)
        if original.numchild:
            put_in_place(original)


@receiver(pre_save)
def keep_a_place(sender, instance, **_kwargs):
    """An alias in another language holds a place in the tree. It is no translation: the original is read."""
    if isinstance(instance, Page) and instance.alias_of_id and instance.live:
        source = Page.objects.filter(pk=instance.alias_of_id, translation_key=instance.translation_key)
        if source.exists():
            instance.live = False


@receiver(pre_delete, sender=Page)
def before_it_is_gone(instance, **_kwargs):
    page = instance.specific
    leave_word(page)
    if is_original(page):
        hand_on(page)


@receiver(post_delete, sender=Page)
def end_with_the_original(instance, **_kwargs):
    """A page that is deleted is gone in every language."""
    if is_original(instance):
        withdraw(instance.translation_key)


@receiver(pre_save, sender=Centre)
def remember_languages(instance, **_kwargs):
    known = Centre.objects.filter(pk=instance.pk).values_list("languages", flat=True).first()
    instance.new_languages = set(instance.languages) - set(known or ())


@receiver(post_save, sender=Centre)
def know_languages(instance, **_kwargs):
    """Pages can be translated into a language once Wagtail knows it. None is copied: all are read at once."""
    for code in instance.new_languages:
        Locale.objects.get_or_create(language_code=code)
