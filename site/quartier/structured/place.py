"""Rooms and places, with what was measured in them and nothing else."""

from django.utils.translation import gettext as _

from pages.phrasing import capital
from pages.places.access import KNOWN
from quartier.structured.plain import address, told_of, without_gaps

DOGS_STAY_OUT = ("dogs", "no")
"""Left untold: it would deny those that assist, too."""


def room(page, house):
    """The room that a page tells of; None while none is chosen (in a preview)."""
    if not page.room_id:
        return None
    facts = page.room
    seats = [*filter(None, (facts.seats_rows, facts.seats_tables, facts.standing))]
    return without_gaps(
        {
            **told_of(page, "Room", "room"),
            "maximumAttendeeCapacity": max(seats, default=None),
            "floorLevel": "" if facts.floor is None else str(facts.floor),
            "floorSize": _square_metres(facts.size),
            "amenityFeature": [*features(facts)],
            "containedInPlace": place(facts.place),
        }
    )


def place(facts):
    return without_gaps(
        {
            "@type": "Place",
            "name": str(facts.name),
            "address": address(facts.street, facts.postal_code, facts.city),
            "geo": _geo(facts),
        }
    )


def inside(facts):
    """A room as the place where something happens."""
    where = place(facts.place)
    return without_gaps(
        {
            "@type": "Place",
            "name": str(facts.name),
            "address": where.get("address"),
            "amenityFeature": [*features(facts)],
            "containedInPlace": where,
        }
    )


def features(facts):
    """Yes and no, of what somebody has looked at."""
    if facts.is_step_free is not None:
        yield _feature(_("step-free"), facts.is_step_free)
    for name in KNOWN:
        answer = getattr(facts, name)
        if answer and (name, answer) != DOGS_STAY_OUT:
            yield _feature(_label(facts, name), answer == "yes")


def _label(facts, name):
    return facts._meta.get_field(name).verbose_name


def _feature(name, value):
    return {"@type": "LocationFeatureSpecification", "name": capital(str(name)), "value": value}


def _square_metres(size):
    return size and {"@type": "QuantitativeValue", "value": size, "unitCode": "MTK"}


def _geo(facts):
    if facts.latitude is None or facts.longitude is None:
        return None
    point = {"latitude": float(facts.latitude), "longitude": float(facts.longitude)}
    return {"@type": "GeoCoordinates", **point}
