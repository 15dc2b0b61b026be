"""A page that a brick leads to: chosen once, shown as readers may see it today."""

from collections import defaultdict

from django.db.models import F, Q
from django.utils.translation import get_language
from wagtail import blocks
from wagtail.models import Page


class GoalBlock(blocks.PageChooserBlock):
    """A chosen page; all goals of a stack are looked up together: many links cost no more than one."""

    def bulk_to_python(self, values):
        pages = super().bulk_to_python(values)
        _look_up([page for page in pages if page])
        return pages


def goal(page):
    """The published page in the reader's language, else as it was chosen; None if it is not published."""
    if page and not hasattr(page, "_goal"):
        _look_up([page])
    return page and page._goal


def open_goal(page):
    """The same for announcing it: None where not everyone may read it."""
    found = goal(page)
    return found if found and found.is_open else None


def in_readers_language(chosen, published):
    """Of each chosen thing, by its key: the published one in the reader's language, else the one chosen.

    `published` is a queryset of things with a translation key; two languages are asked for, in one query.
    """
    keys = [each.translation_key for each in chosen]
    wanted = Q(pk__in=[each.pk for each in chosen]) | Q(
        translation_key__in=keys, locale__language_code=get_language()
    )
    languages = defaultdict(dict)
    for each in published.filter(wanted).annotate(language=F("locale__language_code")):
        languages[each.translation_key][each.language] = each
    return {key: found.get(get_language()) or next(iter(found.values())) for key, found in languages.items()}


def _look_up(chosen):
    if not chosen:
        return
    found = in_readers_language(chosen, Page.objects.live().specific().defer_streamfields())
    public = Page.objects.public().filter(pk__in=[page.pk for page in found.values()])
    open_to_all = set(public.values_list("pk", flat=True))
    for page in found.values():
        page.is_open = page.pk in open_to_all
    for page in chosen:
        page._goal = found.get(page.translation_key)
