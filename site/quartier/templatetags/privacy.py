"""Where the house says what becomes of what one tells it."""

from django import template

from blocks.goal import goal
from blocks.originals import published
from pages.standard.models import Purpose, StandardPage

register = template.Library()


@register.simple_tag
def privacy_page():
    """The published privacy page in the reader's language, else in whatever there is; None without one."""
    found = published(StandardPage.objects.filter(purpose=Purpose.PRIVACY)).order_by("path").first()
    return goal(found)
