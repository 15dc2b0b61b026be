"""Dates in the reader's words."""

from django import template
from django.utils import timezone

from pages.events import spoken

register = template.Library()


@register.filter
def clock(occurrence):
    """`18:15–20 Uhr`."""
    return spoken.clock(occurrence)


@register.filter
def days(occurrence):
    """`Donnerstag, 14. Mai`."""
    return spoken.days(occurrence, timezone.localdate())


@register.filter
def first_day(occurrence):
    return spoken.local(occurrence.starts).date()


@register.filter
def statuses(occurrence):
    """What has become of it, as signs and words."""
    return spoken.statuses(occurrence, timezone.now())


@register.filter
def where(occurrence):
    return spoken.where(occurrence)


@register.filter
def reason(occurrence):
    return spoken.reason(occurrence)
