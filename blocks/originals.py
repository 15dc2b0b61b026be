"""Which page of a group of translations came first: its facts hold for all of them."""

from functools import reduce
from operator import or_

from django.db.models import Exists, F, OuterRef, Q, Subquery
from wagtail.models import Page

ITS_LANGUAGE = F("locale__language_code")
"""To annotate pages with, as `language`."""


def originals(pages):
    """Of these pages those that are nobody's translation."""
    earlier = Page.objects.filter(translation_key=OuterRef("translation_key"), pk__lt=OuterRef("pk"))
    return pages.exclude(Exists(earlier))


def of_original(field):
    """The value that the original has in a field of all pages, to annotate its translations with."""
    group = Page.objects.filter(translation_key=OuterRef("translation_key"))
    return Subquery(group.order_by("pk").values(field)[:1])


def published(pages):
    """Of these pages those that readers may find: a translation only while its original is published, too."""
    return pages.live().alias(original_is_live=of_original("live")).filter(original_is_live=True)


def homes_of(page):
    """The paths of the home page above `page` in each language: a queryset."""
    home = Page.objects.filter(path=page.path[: 2 * page.steplen])
    homes = Page.objects.filter(depth=2, translation_key__in=home.values("translation_key"))
    return homes.values_list("path", flat=True)


def at_or_below(paths, field="path") -> Q:
    """What stands at or below these places in the tree; nothing where there are none."""
    return reduce(or_, (Q(**{f"{field}__startswith": path}) for path in paths), Q(pk__in=[]))
