"""Houses, the rooms in them, and the pages on which one can hire them."""

from pages.places.models import Place, Room, RoomIndexPage, RoomPage, Tariff

MEASURED = {"steps": 0, "door_width": 90, "accessible_toilet": "yes"}
"""What makes a room one that everybody gets into."""


def place(name="Haus am Park", **facts):
    """A house with an address."""
    address = {"street": "Parkweg 3", "postal_code": "12345", "city": "Berlin"}
    return Place.objects.create(name=name, **{**address, **facts})


def room(name="Saal", place=None, tariffs=(), **facts):
    """A room, in a house of its own if none is given; tariffs as (for whom, price, for how long)."""
    made = Room.objects.create(name=name, place=place or globals()["place"](), **facts)
    for number, (group, price, unit) in enumerate(tariffs):
        Tariff.objects.create(room=made, group=group, price=price, unit=unit, sort_order=number)
    return made


def room_index(parent, title="Räume", slug="raeume", **fields):
    """The page on which one finds a room to hire."""
    return parent.add_child(instance=RoomIndexPage(title=title, slug=slug, **fields))


def room_page(index, room=None, title="", **fields):
    """The published page of a room; `room` may be one, or its facts."""
    room = room if isinstance(room, Room) else globals()["room"](**(room or {}))
    return index.add_child(instance=RoomPage(title=title or str(room), room=room, **fields))
