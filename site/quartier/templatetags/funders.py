"""Who pays, for what a page tells of and for the house: by the calendar, so they drop out by themselves."""

from dataclasses import dataclass

from django import template
from django.db.models import IntegerField, Q, UUIDField
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Page

from blocks.originals import originals
from blocks.prepared import Slot, prepared
from pages.partners.known import told, with_languages
from pages.partners.models import Funding, Kind, PartnerPage

register = template.Library()


@dataclass(frozen=True)
class Funders:
    """Those of a page, in the order in which they were entered, and those of the house, by name."""

    of_page: list[PartnerPage]
    of_house: list[PartnerPage]


@register.simple_tag(takes_context=True)
def todays_funders(context):
    """Two queries on any page, one where there is no page; beside them the rule on closed pages."""
    if not context["house"].site:
        return Funders([], [])
    page, today = context.get("page"), timezone.localdate()
    is_preview = getattr(context.get("request"), "is_preview", False)
    fundings = _fundings(page, is_preview) if isinstance(page, Page) else []
    paying = [each.funder_id for each in fundings if each.holds_on(today)]
    asked = ask_funders(len(paying), **{f"funder{place}": pk for place, pk in enumerate(paying)})
    funders = [each for each in told(asked, get_language()) if each.holds_on(today)]
    named = {key: each for each in funders for key in each.group}
    of_page = dict.fromkeys(named[key] for key in paying if key in named)
    return Funders(list(of_page), [each for each in funders if each.kind == Kind.FUNDER])


def _fundings(page, is_preview):
    """Those of the original, since they are facts; those of a draft while it is looked at."""
    if is_preview:
        return list(page.fundings.all())
    return ask_fundings(key=page.translation_key)


@prepared
def ask_fundings():
    """Who pays for a page: of the original of its group."""
    group = Page.objects.filter(translation_key=Slot("key", UUIDField())).order_by("pk")
    return Funding.objects.filter(page=group.values("pk")[:1]).order_by("sort_order")


@prepared
def ask_funders(others):
    """All funders, and the partners with these keys, each in all languages."""
    funders = originals(PartnerPage.objects.filter(kind=Kind.FUNDER)).values("translation_key")
    paying = [Slot(f"funder{place}", IntegerField()) for place in range(others)]
    others = PartnerPage.objects.filter(id__in=paying).values("translation_key")
    groups = Q(translation_key__in=funders) | Q(translation_key__in=others)
    return with_languages(PartnerPage.objects.filter(groups))
