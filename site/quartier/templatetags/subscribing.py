"""What a brick needs to sign somebody up for the newsletter."""

from dataclasses import replace
from itertools import count

from django import template

from pages.subscribers.consent import consent
from pages.subscribers.offering import sign_up_page
from pages.subscribers.sheet import Sheet
from pages.subscribers.signing_up import stamp

register = template.Library()


@register.simple_tag(takes_context=True)
def newsletter_sign_up(context):
    """Where to post to, and what one agrees to; None where one cannot sign up. Looked up once for a page."""
    house = context["house"]
    if not hasattr(house, "sign_up_sheets"):
        house.sign_up_sheets = _sheets(house.centre)
    return next(house.sign_up_sheets, None)


def _sheets(centre):
    """One for each brick of a page, each with a number of its own."""
    if page := sign_up_page():
        sheet = Sheet(None, centre, page=page, stamp=stamp(page), consent=consent(centre))
        for number in count(1):
            yield replace(sheet, place=f"-{number}")
