"""One service: for whom, when, where, in which languages, for how much."""

from django.db.models import prefetch_related_objects

from blocks.goal import goal
from pages.offers.choices import Cost
from quartier.structured.centre import itself
from quartier.structured.partner import named
from quartier.structured.place import inside, place
from quartier.structured.plain import told_of, without_gaps

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def service(page, house):
    if page.pk:
        prefetch_related_objects([page], "times", "audiences")
    partner = goal(page.partner)
    return without_gaps(
        {
            **told_of(page, "Service", "service"),
            "areaServed": house.centre.city and {"@type": "City", "name": house.centre.city},
            "provider": named(partner, page.partner.website)
            if partner
            else None
            if page.partner_id
            else itself(),
            "offers": [*_offers(page)],
            "audience": [_audience(each) for each in page.audiences.all()],
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


def _offers(page):
    """Prices in euros; none where one has to ask."""
    if page.cost in (Cost.FREE, Cost.DONATION):
        yield _offer(0, page.get_cost_display())
    elif page.cost == Cost.FIXED:
        for price, about in ((page.price, ""), (page.reduced_price, _reduced(page))):
            if price is not None:
                yield _offer(price, ", ".join(filter(None, [about, page.get_price_per_display()])))


def _reduced(page):
    return str(page._meta.get_field("reduced_price").verbose_name)


def _offer(price, about):
    return {"@type": "Offer", "price": f"{price:.2f}", "priceCurrency": "EUR", "description": about}


def _audience(group):
    return {"@type": "Audience", "audienceType": str(group.name)}


def _hours(when):
    return {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": f"https://schema.org/{DAYS[when.weekday - 1]}",
        "opens": f"{when.starts:%H:%M}",
        "closes": f"{when.ends:%H:%M}",
    }
