"""A page that a brick leads to: chosen once, shown as readers may see it today."""

from collections import defaultdict
from copy import copy

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q
from django.utils.translation import get_language
from wagtail import blocks
from wagtail.models import Page

from blocks.closed import is_closed, remembered


class GoalBlock(blocks.PageChooserBlock):
    """A chosen page. All pages that bricks of one kind lead to are looked up in one query."""

    def bulk_to_python(self, values):
        return chosen(self.model_class.objects.all(), list(values))


def chosen(queryset, keys):
    """The things with these keys, in order, each with what readers see of it: two queries at most."""
    wanted = Q(pk__in=[key for key in keys if key])
    names = queryset.filter(wanted).values("translation_key")
    translated = Q(live=True, locale__language_code=get_language(), translation_key__in=names)
    both = queryset.filter(wanted | translated).annotate(language=F("locale__language_code"))
    found = {each.pk: each for each in both} if any(keys) else {}
    with remembered():
        told = {key: each for key, each in found.items() if _is_told(each)}
    here = {each.translation_key: each for each in told.values() if each.language == get_language()}
    things = [copy(found.get(key)) for key in keys]
    for thing in filter(None, things):
        thing.shown = here.get(thing.translation_key) or told.get(thing.pk)
    return things


def _is_told(thing):
    return thing.live and not (isinstance(thing, Page) and is_closed(thing))


def goal(thing):
    """What everybody may read of a chosen thing: in the reader's language if there is that; else None."""
    if thing and not hasattr(thing, "shown"):
        found = chosen(type(thing).objects.all(), [thing.pk])[0]
        thing.shown = found and found.shown
    return thing and thing.shown


def announce(pages):
    """Look up what the goals of chosen pages say of themselves: a query per kind of page, and one more."""
    goals = list(filter(None, map(goal, pages)))
    kinds = defaultdict(dict)
    for each in goals:
        kinds[each.content_type_id][each.pk] = each.language
    known = {}
    for kind, languages in kinds.items():
        model = ContentType.objects.get_for_id(kind).model_class()
        for each in model.objects.filter(pk__in=languages).defer_streamfields():
            each.language = languages[each.pk]
            known[each.pk] = each
    for page in filter(None, pages):
        page.announced = known.get(page.shown.pk) if page.shown else None


def announced(page):
    """The same as `goal`, with all it says of itself."""
    if page and not hasattr(page, "announced"):
        announce([page])
    return page and page.announced
