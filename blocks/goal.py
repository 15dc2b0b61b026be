"""A page that a brick leads to: chosen once, shown as readers may see it today."""

from collections import defaultdict
from copy import copy

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q
from django.utils.translation import get_language
from wagtail import blocks
from wagtail.models import PageViewRestriction


class GoalBlock(blocks.PageChooserBlock):
    """A chosen page. All pages that bricks of one kind lead to are looked up in one query."""

    def bulk_to_python(self, values):
        return chosen(self.model_class.objects.all(), list(values))


def chosen(queryset, keys):
    """The things with these keys, in order, each with what readers see of it: one query, see `goal`."""
    wanted = Q(pk__in=[key for key in keys if key])
    names = queryset.filter(wanted).values("translation_key")
    translated = Q(live=True, locale__language_code=get_language(), translation_key__in=names)
    both = queryset.filter(wanted | translated).annotate(language=F("locale__language_code"))
    found = {each.pk: each for each in both} if any(keys) else {}
    here = {
        each.translation_key: each for each in found.values() if each.live and each.language == get_language()
    }
    things = [copy(found.get(key)) for key in keys]
    for thing in filter(None, things):
        thing.shown = here.get(thing.translation_key) or (found[thing.pk] if thing.live else None)
    return things


def goal(thing):
    """What is published of a chosen thing: in the reader's language if there is one; None if nothing is."""
    if thing and not hasattr(thing, "shown"):
        found = chosen(type(thing).objects.all(), [thing.pk])[0]
        thing.shown = found and found.shown
    return thing and thing.shown


def announce(pages):
    """Look up what the goals of chosen pages say of themselves: a query per kind of page, and one more."""
    goals = list(filter(None, map(goal, pages)))
    closed = list(PageViewRestriction.objects.values_list("page__path", flat=True)) if goals else []
    kinds = defaultdict(dict)
    for each in goals:
        if not any(each.path.startswith(path) for path in closed):
            kinds[each.content_type_id][each.pk] = each.language
    announced = {}
    for kind, languages in kinds.items():
        model = ContentType.objects.get_for_id(kind).model_class()
        for each in model.objects.filter(pk__in=languages).defer_streamfields():
            each.language = languages[each.pk]
            announced[each.pk] = each
    for page in filter(None, pages):
        page.announced = announced.get(page.shown.pk) if page.shown else None


def open_goal(page):
    """The same as `goal` with all it says of itself; None where not everyone may read it."""
    if page and not hasattr(page, "announced"):
        announce([page])
    return page and page.announced
