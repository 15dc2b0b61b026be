"""The way to a place."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.embeds import map_frame
from blocks.framed import allow_frame
from blocks.groups import MEDIA
from blocks.prose import ProseBlock


class MapValue(blocks.StructValue):
    """Where the map lies."""

    @property
    def frame(self):
        if self.get("latitude") is None or self.get("longitude") is None:
            return ""
        return map_frame(float(self["latitude"]), float(self["longitude"]))


class MapBlock(blocks.StructBlock):
    """An address and the way there in words; the map itself is loaded on request."""

    name = blocks.CharBlock(label=_("name of the place"), max_length=120)
    address = blocks.TextBlock(label=_("address"), max_length=250)
    directions = ProseBlock(
        label=_("the way there"), help_text=_("Stops, lift, entrance: in words, so that nobody needs the map.")
    )
    latitude = blocks.DecimalBlock(
        label=_("latitude"), required=False, min_value=-90, max_value=90, help_text=_("For the map, like 52.48721.")
    )
    longitude = blocks.DecimalBlock(
        label=_("longitude"), required=False, min_value=-180, max_value=180, help_text=_("For the map, like 13.42503.")
    )

    class Meta:
        template = "blocks/map.html"
        icon = "site"
        group = MEDIA
        label = _("Map and directions")
        value_class = MapValue
        description = _("An address and the way there. The map is only loaded when the reader asks for it.")
        preview_value = {
            "name": "Nachbarschaftshaus",
            "address": "Lindenplatz 3\n12345 Berlin",
            "directions": _("<p>Tram M10 to Lindenplatz, then 200 metres on foot. No steps.</p>"),
            "latitude": "52.48721",
            "longitude": "13.42503",
        }

    def get_context(self, value, parent_context=None):
        if value.frame:
            allow_frame(parent_context, value.frame)
        return super().get_context(value, parent_context)
