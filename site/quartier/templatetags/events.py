"""Dates in the reader's words."""

from django import template
from django.utils import timezone

from pages.events import spoken
from pages.events.choices import State

register = template.Library()


@register.filter
def clock(occurrence):
    """`18:15–20 Uhr`."""
    return spoken.clock(occurrence)


@register.filter
def clock_on(occurrence, day):
    """The same on one of its days: `ab 18 Uhr`, `bis 14 Uhr` for what takes several."""
    return spoken.clock_on(occurrence, day) if day else spoken.clock(occurrence)


@register.filter
def day_in_words(day):
    """`Donnerstag, 14. Mai`; the year only where it is not this one."""
    return spoken.day(day, timezone.localdate())


@register.filter
def takes_place(occurrence):
    """Whether it is neither cancelled nor put off."""
    return occurrence.state == State.SCHEDULED


@register.filter
def begins(occurrence, day):
    """`18:15 Uhr`, for where there is little room."""
    return spoken.begins(occurrence, day)


@register.filter
def in_a_word(occurrence, now):
    """`fällt aus`, for where there is little room."""
    return spoken.in_a_word(occurrence, now)


@register.filter
def takes_days(occurrence):
    """Whether it goes on for more than one day."""
    return spoken.last_day(occurrence) != spoken.local(occurrence.starts).date()


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
