"""A page that a brick leads to: chosen once, shown as readers may see it today."""

from copy import copy

from django.db.models import F, Q
from django.utils.translation import get_language
from wagtail import blocks
from wagtail.models import Page

from blocks.closed import is_closed, remembered
from blocks.in_full import in_full
from blocks.together import Together


class GoalBlock(Together, blocks.PageChooserBlock):
    """A chosen page. All pages that the bricks of a page lead to are looked up in one query."""

    def look_up(self, keys):
        return chosen(self.things(), keys)


class AnnouncedBlock(GoalBlock):
    """A chosen page that is announced with what it says of itself."""

    def prepare(self, things):
        announce(things)


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
    """Look up what the goals of chosen pages say of themselves: one query."""
    known = in_full(filter(None, map(goal, pages)))
    for page in filter(None, pages):
        page.announced = page.shown and known.get(page.shown.pk)
        if page.announced:
            page.announced.language = page.shown.language


def announced(page):
    """The same as `goal`, with all it says of itself."""
    if page and not hasattr(page, "announced"):
        announce([page])
    return page and page.announced
