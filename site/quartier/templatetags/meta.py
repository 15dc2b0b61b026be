"""What a page says of itself to machines."""

import json

from django import template
from django.conf import settings
from django.utils.safestring import mark_safe
from wagtail.models import Page

from pages.base import BasePage
from pages.feeds.names import absolute
from quartier import structured
from quartier.languages.alternates import hreflang
from quartier.structured.centre import centre, way, web_page
from quartier.structured.pictures import for_sharing
from quartier.templatetags.navigation import tail

register = template.Library()

# A text must not be able to end the script element that it is written into.
HARMLESS = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


@register.simple_tag(takes_context=True)
def canonical(context):
    """The one address of this page, or of its part that is shown, without query: that in its own language."""
    page, request = context.get("page"), context["request"]
    parts = type(page).get_url_parts(page, request) if isinstance(page, Page) else None
    return settings.SITE_URL + (parts[2] + tail(context) if parts else request.path)


@register.simple_tag
def alternates(page, languages):
    """Language and whole address of each translation; nothing for what is not shown in its own language."""
    if not isinstance(page, Page) or getattr(page, "foreign", ""):
        return []
    return hreflang(
        {each.language: absolute(each.url.partition("?")[0]) for each in languages if each.is_own}
    )


@register.simple_tag(takes_context=True)
def preview_picture(context):
    """The picture that stands beside a shared link: 1200 × 630, or None."""
    picture = getattr(context.get("page"), "picture", None)
    url = for_sharing(picture)
    return {"url": url, "alt": picture.default_alt_text} if url else None


@register.simple_tag(takes_context=True)
def structured_data(context, trail=()):
    """The centre, the way to this page, and what it tells of, in the words of schema.org (JSON-LD)."""
    house = context["house"]
    page, graph = context.get("page"), []
    if house.site:
        graph = [centre(house), *structured.of(page, house)]
    if isinstance(page, BasePage):
        graph.append(web_page(page, canonical(context)))
    if trail:
        graph.append(way(trail))
    return as_script_data({"@context": "https://schema.org", "@graph": graph})


def as_script_data(data):
    """JSON that can stand in a script element, whatever it says."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(HARMLESS))  # noqa: S308 (escaped by HARMLESS)
