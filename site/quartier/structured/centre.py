"""The centre itself, and the way to a page."""

from django.conf import settings

from quartier.structured.plain import absolute, address, without_gaps

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
        yield {"@type": "ListItem", "position": position, "name": step.title, "item": absolute(step.url)}
