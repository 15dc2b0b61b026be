"""Places, the rooms in them, and the pages on which rooms are shown."""

from pages.places.models.hire import RoomIndexPage, RoomPage
from pages.places.models.places import Place
from pages.places.models.rooms import Known, Room, Tariff, Unit

__all__ = ["Known", "Place", "Room", "RoomIndexPage", "RoomPage", "Tariff", "Unit"]
