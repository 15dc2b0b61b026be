"""A place with the way to it."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.groups import CENTRE
from blocks.together import ThingBlock


class KnownPlaceBlock(ThingBlock):
    """A place of the list of places, with its picture."""

    def __init__(self, **kwargs):
        super().__init__("places.Place", **kwargs)

    def things(self):
        return super().things().select_related("picture")


class PlaceBlock(blocks.StructBlock):
    """Address, way and rooms of a place, as they are kept in the list of places."""

    place = KnownPlaceBlock(label=_("place"))
    with_rooms = blocks.BooleanBlock(label=_("list its rooms"), required=False, default=True)

    class Meta:
        template = "blocks/place.html"
        icon = "site"
        group = CENTRE
        label = _("Place")
        description = _("Address, way, nearest stop with a lift and rooms of a place. Kept once.")

    def get_preview_value(self):
        return self.normalize({"place": apps.get_model("places.Place").objects.first(), "with_rooms": True})
