"""One service: for whom, when, where, in which languages, for how much."""

from django.db.models import prefetch_related_objects

from quartier.structured.offers import audience, offers, provider
from quartier.structured.place import inside, place
from quartier.structured.plain import told_of, without_gaps

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def service(page, house):
    if page.pk:
        prefetch_related_objects([page], "times", "audiences")
    return without_gaps(
        {
            **told_of(page, "Service", "service"),
            "areaServed": house.centre.city and {"@type": "City", "name": house.centre.city},
            "provider": provider(page),
            "offers": [*offers(page)],
            "audience": [audience(each) for each in page.audiences.all()],
            "hoursAvailable": [_hours(each) for each in page.times.all()],
            "availableChannel": _channel(page),
        }
    )


def _channel(page):
    """Where one goes, whom one calls, what is spoken. Nothing where none of it is known."""
    known = without_gaps(
        {
            "serviceLocation": inside(page.room) if page.room else page.place and place(page.place),
            "servicePhone": _phone(page.contact),
            "availableLanguage": list(page.languages),
        }
    )
    return known and {"@type": "ServiceChannel", **known}


def _phone(person):
    if not person or not person.phone:
        return None
    return {"@type": "ContactPoint", "telephone": person.phone}


def _hours(when):
    return {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": f"https://schema.org/{DAYS[when.weekday - 1]}",
        "opens": f"{when.starts:%H:%M}",
        "closes": f"{when.ends:%H:%M}",
    }
