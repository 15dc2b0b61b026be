"""What a page says of itself to machines."""

import json

from django import template
from django.conf import settings
from django.utils.safestring import mark_safe
from wagtail.models import Page

from pages.pictures.sources import address

register = template.Library()

DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]

# A text must not be able to end the script element that it is written into.
HARMLESS = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


@register.simple_tag(takes_context=True)
def canonical(context):
    """The one address of this page, without query."""
    page, request = context.get("page"), context["request"]
    parts = page.get_url_parts(request) if isinstance(page, Page) else None
    return settings.SITE_URL + (parts[2] if parts else request.path)


@register.simple_tag
def alternates(languages):
    """Language and whole address of each translation. Search engines know no code for Easy German."""
    known = [(each.language, _absolute(each.url)) for each in languages if each.language != "de-simple"]
    return known if len(known) > 1 else []


@register.simple_tag(takes_context=True)
def preview_picture(context):
    """The picture that stands beside a shared link: 1200 × 630, or None."""
    picture = getattr(context.get("page"), "picture", None)
    if not picture or picture.is_svg() or not picture.may_be_shown:
        return None
    try:
        return {"url": _absolute(address(picture, "sharing")), "alt": picture.default_alt_text}
    except FileNotFoundError:
        return None


@register.simple_tag(takes_context=True)
def structured_data(context, trail=()):
    """The centre and the way to this page, in the words of schema.org (JSON-LD)."""
    house = context["house"]
    graph = [_organisation(house)] if house.site else []
    if trail:
        graph.append({"@type": "BreadcrumbList", "itemListElement": [*_steps(trail)]})
    return as_script_data({"@context": "https://schema.org", "@graph": graph})


def as_script_data(data):
    """JSON that can stand in a script element, whatever it says."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(HARMLESS))  # noqa: S308 (escaped by HARMLESS)


def _organisation(house):
    centre = house.centre
    address = {
        "streetAddress": centre.street,
        "postalCode": centre.postal_code,
        "addressLocality": centre.city,
    }
    said = {
        "@type": ["NGO", "CivicStructure"],
        "@id": f"{settings.SITE_URL}/#centre",
        "name": centre.name,
        "url": f"{settings.SITE_URL}/",
        "slogan": str(centre.claim),
        "telephone": centre.phone,
        "email": centre.mail,
        "address": _without_gaps({"@type": "PostalAddress", **address}) if any(address.values()) else None,
        "openingHours": [*_opening_hours(house)],
        "sameAs": [profile.url for profile in house.profiles],
    }
    return _without_gaps(said)


def _opening_hours(house):
    """The weekly times of the first opening hours, such as `Mo 09:00-18:00`."""
    for hours in house.hours[:1]:
        for weekly in hours.timetable(house.closures).weekly:
            yield f"{DAYS[weekly.weekday - 1]} {weekly.opens:%H:%M}-{weekly.closes:%H:%M}"


def _steps(trail):
    for position, step in enumerate(trail, start=1):
        yield {"@type": "ListItem", "position": position, "name": step.title, "item": _absolute(step.url)}


def _absolute(url):
    return settings.SITE_URL + url if url.startswith("/") else url


def _without_gaps(said):
    return {key: value for key, value in said.items() if value}
