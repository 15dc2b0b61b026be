"""Whoever publishes, withdraws or renames: the words of the pages follow."""

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page, ReferenceIndex, get_page_models

from pages.base import BasePage
from pages.events.models import EventPage
from pages.passages.models import Passage
from pages.people.models import Person
from pages.places.models import Place, Room
from pages.services.models import ServicePage
from pages.topics.models import Audience, Topic
from quartier.search.indexing import index

KEPT_ONCE = (Topic, Audience, Passage, Person, Place, Room)


@receiver(post_save)
def note_words(instance, update_fields=None, raw=False, **kwargs):
    """A page was saved. Saving a draft writes a few fields only, and holds texts that nobody may find yet."""
    if raw or not isinstance(instance, Page):
        return
    if update_fields is not None:
        if not {"live", "locale", *getattr(instance, "texts", ["title"])} & set(update_fields):
            return
        instance = Page.objects.get(pk=instance.pk)
    page = instance.specific
    if isinstance(page, BasePage):
        index(page)
        _index_translations(page)


def _index_translations(page):
    """They tell the facts of their original in their own words."""
    others = type(page).objects.live().filter(translation_key=page.translation_key, pk__gt=page.pk)
    others = list(others.select_related("locale"))
    if others and page.original.pk == page.pk:
        for other in others:
            index(other, page)


@receiver(post_save)
def note_change(instance, raw=False, **kwargs):
    """What is kept once has changed: on every page that shows it."""
    if isinstance(instance, KEPT_ONCE) and not raw:
        _index_all(_pages_with(instance))


@receiver(pre_delete)
def remember_pages(instance, **kwargs):
    """Afterwards nobody knows any more where it stood."""
    if isinstance(instance, KEPT_ONCE):
        instance.pages_with_it = _pages_with(instance)


@receiver(post_delete)
def note_deletion(instance, **kwargs):
    if isinstance(instance, KEPT_ONCE):
        _index_all(instance.pages_with_it)


def _index_all(keys):
    """These pages in all languages."""
    groups = Page.objects.filter(pk__in=keys).values("translation_key")
    for page in Page.objects.live().filter(translation_key__in=groups).specific():
        index(page)


def _pages_with(instance):
    """The keys of the pages about a topic or for an audience, or that show what else is kept once."""
    if isinstance(instance, Topic):
        models = [model for model in get_page_models() if issubclass(model, BasePage)]
        about = (model.objects.filter(topics=instance) for model in models)
        return {key for pages in about for key in pages.values_list("pk", flat=True)}
    if isinstance(instance, Audience):
        return {
            key
            for model in (ServicePage, EventPage)
            for key in model.objects.filter(audiences=instance).values_list("pk", flat=True)
        }
    rooms = instance.rooms.all() if isinstance(instance, Place) else ()
    return {key for thing in (instance, *rooms) for key in _referring(thing)}


def _referring(thing):
    pages = ContentType.objects.get_for_model(Page)
    references = ReferenceIndex.get_references_to(thing).filter(base_content_type=pages)
    return {int(key) for key in references.values_list("object_id", flat=True)}
