"""Sending at a set time: what is due, and what must not begin without a person any more."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import override

from pages.mailings.models import Plan

TOO_LATE = timedelta(hours=12)
"""After that nobody expects it any more."""


def plan(page, at, *, user=None, revision=None, occasion="") -> tuple[Plan, bool]:
    """Send the page at that moment; and whether it was not planned already: then nothing changes."""
    told = {"starts_at": at, "occasion": occasion, "name": page.title, "revision": revision, "made_by": user}
    return Plan.objects.get_or_create(page_id=page.pk, defaults=told)


def plan_of(page) -> Plan | None:
    return Plan.objects.filter(page_id=page.pk).select_related("made_by", "revision").first()


def due(now=None):
    """The plans to carry out now."""
    now = now or timezone.now()
    return Plan.objects.filter(trouble="", starts_at__lte=now, starts_at__gt=now - TOO_LATE)


def missed(now=None):
    """Those whose time went by while nothing was at work."""
    now = now or timezone.now()
    return Plan.objects.filter(trouble="", starts_at__lte=now - TOO_LATE)


def wait_for_a_person(plan, why):
    """Do not try again by itself. `why` is a sentence in the language of the house."""
    return Plan.objects.filter(pk=plan.pk).update(trouble=str(why)[:200])


def hold_all(why):
    """Let a person look at every plan: the same may have been carried out elsewhere, or still be."""
    with override(settings.LANGUAGE_CODE):
        return Plan.objects.filter(trouble="").update(trouble=str(why)[:200])


def take_back(plan):
    """How many are: none, if it has just been carried out."""
    return Plan.objects.filter(pk=plan.pk).delete()[0]
