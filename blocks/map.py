"""The way to a place."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from blocks.embeds import map_frame, map_page
from blocks.framed import allow_frame
from blocks.groups import MEDIA
from blocks.prose import ProseBlock


class MapValue(blocks.StructValue):
    """Where the map lies."""

    @property
    def point(self):
        """Latitude and longitude in degrees (WGS 84), or None."""
        point = self.get("latitude"), self.get("longitude")
        return None if None in point else tuple(map(float, point))

    @property
    def frame(self):
        return map_frame(*self.point) if self.point else ""

    @property
    def link(self):
        return map_page(*(self.point or (None, None)), self.get("address") or "")


class MapBlock(blocks.StructBlock):
    """An address and the way there in words; the map itself is loaded on request."""

    name = blocks.CharBlock(label=_("name of the place"), max_length=120)
    address = blocks.TextBlock(label=_("address"), max_length=250)
    directions = ProseBlock(
        label=_("the way there"),
        help_text=_("Stops, lift, entrance: in words, so that nobody needs the map."),
    )
    latitude = blocks.DecimalBlock(
        label=_("latitude"),
        required=False,
        min_value=-90,
        max_value=90,
        help_text=_("For the map, like 52.48721."),
    )
    longitude = blocks.DecimalBlock(
        label=_("longitude"),
        required=False,
        min_value=-180,
        max_value=180,
        help_text=_("For the map, like 13.42503."),
    )

    class Meta:
        template = "blocks/map.html"
        icon = "site"
        group = MEDIA
        label = _("Map and directions")
        label_format = "{name}"
        value_class = MapValue
        description = _("An address and the way there. The map is only loaded when the reader asks for it.")
        preview_value = {
            "name": "Nachbarschaftshaus",
            "address": "Lindenplatz 3\n12345 Berlin",
            "directions": _("<p>Tram M10 to Lindenplatz, then 200 metres on foot. No steps.</p>"),
            "latitude": "52.48721",
            "longitude": "13.42503",
        }

    def clean(self, value):
        value = super().clean(value)
        missing = [name for name in ("latitude", "longitude") if value.get(name) is None]
        if len(missing) == 1 and not self.is_deferred_validation:
            fault = ValidationError(_("The map needs both numbers. Without a map, leave both empty."))
            raise StructBlockValidationError(block_errors={missing[0]: fault})
        return value

    def get_context(self, value, parent_context=None):
        if value.frame:
            allow_frame(parent_context, value.frame)
        return super().get_context(value, parent_context)
