"""A page that a brick leads to: chosen once, shown as readers may see it today."""

from collections import defaultdict
from copy import copy

from django.db.models import Q
from django.utils.translation import get_language
from wagtail import blocks
from wagtail.models import Page

from blocks.closed import is_closed, remembered
from blocks.in_full import in_full
from blocks.originals import ITS_LANGUAGE, of_original
from blocks.reading import lend, mark
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
    """The things with these keys, in order, each with what readers see of it: two queries at most.

    That is the thing in the reader's language, or else the original: `foreign` then names its language.
    """
    names = queryset.filter(pk__in=[key for key in keys if key]).values("translation_key")
    group = queryset.filter(translation_key__in=names).annotate(language=ITS_LANGUAGE)
    wanted = Q(pk__in=[key for key in keys if key]) | Q(live=True, locale__language_code=get_language())
    if issubclass(queryset.model, Page):
        wanted |= Q(pk=of_original("pk"))
    found = {each.pk: each for each in group.filter(wanted).order_by("pk")} if any(keys) else {}
    groups = defaultdict(list)
    for each in found.values():
        groups[each.translation_key].append(each)
    with remembered():
        shown = {key: _shown(group) for key, group in groups.items()}
    things = [copy(found.get(key)) for key in keys]
    for thing in filter(None, things):
        thing.shown = shown[thing.translation_key]
        thing.original = groups[thing.translation_key][0]
    return things


def _shown(group):
    """Of a group of translations, the original first, the one to read; None while the first is withheld."""
    original = group[0]
    if not _is_told(original):
        return None
    here = next((each for each in group if each.language == get_language() and each.live), original)
    return mark(here)


def _is_told(thing):
    return thing.live and not (isinstance(thing, Page) and is_closed(thing))


def goal(thing):
    """What everybody may read of a chosen thing: in the reader's language if there is that; else None."""
    if thing and not hasattr(thing, "shown"):
        found = chosen(type(thing).objects.all(), [thing.pk])[0]
        thing.shown, thing.original = found and found.shown, found and found.original
    return thing and thing.shown


def announce(pages):
    """Look up what the goals of chosen pages say of themselves: one query."""
    told = [page for page in pages if goal(page)]
    known = in_full([each for page in told for each in (page.shown, page.original)])
    for page in filter(None, pages):
        page.announced = page.shown and known.get(page.shown.pk)
        if page.announced:
            page.announced.language = page.shown.language
            mark(page.announced)
            if page.original.pk != page.shown.pk:
                lend(known[page.original.pk], page.announced)


def announced(page):
    """The same as `goal`, with all it says of itself."""
    if page and not hasattr(page, "announced"):
        announce([page])
    return page and page.announced
