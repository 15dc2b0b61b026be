"""The facts of a service, as lines with signs."""

from django import template
from django.utils import timezone

from pages.services import glance

register = template.Library()


@register.simple_tag(takes_context=True)
def at_a_glance(context, service):
    """All that is known of it, and whether it is cancelled because the house is closed."""
    house = context["house"]
    return glance.at_a_glance(service, house.centre, house.closures, timezone.localdate())


@register.simple_tag
def in_short(service):
    """What one scans a list for."""
    return glance.in_short(service)
