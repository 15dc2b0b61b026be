"""What a partner runs and pays for, found on pages of any kind."""

from dataclasses import dataclass

from django import template
from django.db.models import Exists, OuterRef
from django.utils import timezone
from wagtail.models import Page

from blocks.goal import announce, chosen
from blocks.originals import originals
from pages.events.models import EventPage, Occurrence
from pages.partners.models import Funding
from quartier.accounts.running import run_by

register = template.Library()


@dataclass(frozen=True)
class Works:
    """Pages as readers may see them, by title."""

    run: list[Page]
    funded: list[Page]


@register.simple_tag
def works_of(partner):
    """What it runs, and what it pays for today. Four queries, one for each kind of page, two of the rule.

    An event that is over is neither run nor paid for any more.
    """
    run = list(run_by(partner.translation_key).values_list("pk", flat=True))
    funded = _funded_by(partner, timezone.localdate())
    over = _over({*run, *funded})
    run, funded = ([key for key in keys if key not in over] for keys in (run, funded))
    pages = chosen(Page.objects.all(), [*run, *funded])
    announce(pages)
    shown = [page and page.announced for page in pages]
    return Works(_by_title(shown[: len(run)]), _by_title(shown[len(run) :]))


def _over(keys):
    """Of these pages the events that have no date ahead. One query."""
    ahead = Occurrence.objects.filter(page=OuterRef("pk")).not_over(timezone.now())
    events = EventPage.objects.filter(pk__in=keys).exclude(Exists(ahead))
    return set(events.values_list("pk", flat=True))


def _funded_by(partner, today):
    """The keys of the published originals on which the funding holds."""
    if not partner.holds_on(today):
        return []
    fundings = Funding.objects.filter(funder__translation_key=partner.translation_key).holding_on(today)
    funded = Page.objects.filter(pk__in=fundings.values("page"))
    return list(originals(funded.live()).values_list("pk", flat=True))


def _by_title(pages):
    return sorted(filter(None, pages), key=lambda page: page.title.casefold())
