"""Places and rooms, as readers want to know of them."""

from django import template

from blocks.reading import read
from pages.places import spoken
from pages.places.models import RoomPage

register = template.Library()

register.simple_tag(spoken.access_facts)
register.simple_tag(spoken.at_a_glance, name="room_at_a_glance")
register.simple_tag(spoken.in_short)
register.filter(spoken.floor)


@register.simple_tag
def rooms_in(place):
    """Each room of a place, with the page that everybody may read about it in `shown`, or None there."""
    rooms = list(place.rooms.all())
    about = RoomPage.objects.filter(room__in=rooms).order_by("-path").defer_streamfields()
    pages = {page.room_id: page for page in read(about)} if rooms else {}
    for room in rooms:
        room.shown = pages.get(room.pk)
    return rooms
