"""Where the house says what becomes of what one tells it."""

from django import template

from blocks.goal import goal
from blocks.originals import published
from pages.standard.models import Purpose, StandardPage
from quartier.privacy.doings import doings

register = template.Library()


@register.simple_tag
def privacy_page():
    """The published privacy page in the reader's language, else in whatever there is; None without one."""
    found = published(StandardPage.objects.filter(purpose=Purpose.PRIVACY)).order_by("path").first()
    return goal(found)


@register.inclusion_tag("components/doings.html")
def what_the_house_does(page):
    """What the house really does with data, below the text of the privacy page; nothing on all others."""
    return {"doings": doings()} if page.purpose == Purpose.PRIVACY else {}
