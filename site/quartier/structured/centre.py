"""The centre itself, and the way to a page."""

from django.conf import settings
from django.utils.translation import get_language

from pages.feeds.names import absolute
from quartier.structured.plain import address, said, without_gaps

DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]


def itself():
    """What other things call the centre by."""
    return {"@id": f"{settings.SITE_URL}/#centre"}


def centre(house):
    facts = house.centre
    return without_gaps(
        {
            "@type": ["NGO", "CivicStructure"],
            **itself(),
            "name": facts.name,
            "url": f"{settings.SITE_URL}/",
            "slogan": str(facts.claim),
            "telephone": facts.phone,
            "email": facts.mail,
            "address": address(facts.street, facts.postal_code, facts.city),
            "openingHours": [*_opening_hours(house)],
            "sameAs": [profile.url for profile in house.profiles],
        }
    )


def way(trail):
    return {"@type": "BreadcrumbList", "itemListElement": [*_steps(trail)]}


def _opening_hours(house):
    """The weekly times of the first opening hours, such as `Mo 09:00-18:00`."""
    for hours in house.hours[:1]:
        for weekly in hours.timetable(house.closures).weekly:
            yield f"{DAYS[weekly.weekday - 1]} {weekly.opens:%H:%M}-{weekly.closes:%H:%M}"


def _steps(trail):
    for position, step in enumerate(trail, start=1):
        yield {
            "@type": "ListItem",
            "position": position,
            "name": said(step.title, step.language),
            "item": absolute(step.url),
        }


def web_page(page, address):
    """The page as a text, with the language that it is written in, whatever speaks around it."""
    language = page.foreign or get_language()
    return {"@type": "WebPage", "@id": address, "url": address, "inLanguage": language}
