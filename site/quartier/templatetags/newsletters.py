"""The dates in an issue of the newsletter."""

from django import template
from django.utils import timezone

from pages.events import spoken

register = template.Library()


@register.filter
def at(date):
    """`Donnerstag, 14. Mai, 18:15–20 Uhr`."""
    return spoken.when(date, spoken.local(timezone.now()).date())
