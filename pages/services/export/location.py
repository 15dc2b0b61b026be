"""Where a service takes place, and who gets in there: from what was measured, never from what was not."""

from pages.places.access import KNOWN
from pages.services.export import identity, said
from pages.services.export.plain import absolute, without_gaps

COUNTRY = "DE"
NUMBERS = ("steps", "door_width", "lift_width", "lift_depth")
"""Steps left on the way in; widths and depth in centimetres."""


def location(place, room=None, page=None):
    """A room in its place, or the place alone. `page` is the one that tells of the room."""
    key = identity.of("room", room.pk) if room else identity.of("place", place.pk)
    return without_gaps(
        {
            "id": key,
            "location_type": "physical",
            "name": f"{room}, {place}" if room else str(place),
            "description": str(room.access_note) if room else "",
            "transportation": " ".join(filter(None, map(str, (place.way, place.lift_stop)))),
            "latitude": None if place.latitude is None else float(place.latitude),
            "longitude": None if place.longitude is None else float(place.longitude),
            "addresses": [*_address(place, key)],
            "accessibility": [*_access(room, key, absolute(page) if page else "")] if room else [],
        }
    )


def _address(place, key):
    """Streets and cities as typed; of a state nothing is known, and HSDS wants the field."""
    if place.street or place.postal_code or place.city:
        yield {
            "id": identity.part(key, "address"),
            "address_1": place.street or str(place),
            "city": place.city,
            "state_province": "",
            "postal_code": place.postal_code,
            "country": COUNTRY,
            "address_type": "physical",
        }


def _access(room, key, url):
    """One entry for each fact: in words, and as an attribute with a name that stays."""
    for name, value in _measured(room):
        entry = identity.part(key, name)
        yield without_gaps(
            {
                "id": entry,
                "description": said.access(room, name, value),
                "url": url,
                "attributes": [{"id": identity.part(entry, "value"), "label": name, "value": value}],
            }
        )


def _measured(room):
    if room.is_step_free is not None:
        yield "step_free", "yes" if room.is_step_free else "no"
    for name in NUMBERS:
        if (number := getattr(room, name)) is not None:
            yield name, str(number)
    for name in KNOWN:
        if answer := getattr(room, name):
            yield name, str(answer)
