"""The dates of one thing: of an event, of a service, in a room."""

from django import template
from django.db.models import Q

from pages.events import glance, telling
from pages.events.listing import open_dates, told, upcoming

register = template.Library()

FEW = 3


@register.simple_tag(takes_context=True)
def event_at_a_glance(context, event, facts, dates):
    """All that is known of an event, or of the date that has the page."""
    return glance.at_a_glance(event, facts, context["house"].centre, dates)


@register.simple_tag
def banner(dates):
    """What has to be known before anything else, as signs and words."""
    return telling.banner(dates)


@register.filter
def when(occurrence, dates):
    """`Donnerstag, 14. Mai, 18:15–20 Uhr`."""
    return telling.when(occurrence, dates.now)


@register.simple_tag(takes_context=True)
def dates_of_service(context, service):
    """The next dates of the events that belong to a service, in whatever language that was said."""
    return _next(context, Q(page__service__translation_key=service.translation_key))


@register.simple_tag(takes_context=True)
def dates_in_room(context, room):
    """The next dates in a room."""
    return _next(context, Q(room=room)) if room else []


def _next(context, condition):
    """Up to three that everybody may know of. Two queries."""
    site = context["house"].site
    return told(upcoming(open_dates(site.root_page).filter(condition))[:FEW]) if site else []
