"""When we are open."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.groups import CENTRE
from blocks.together import KnownThingBlock


class OpeningHoursBlock(blocks.StructBlock):
    """Opening hours with exceptions and closed days, as the centre keeps them."""

    title = blocks.CharBlock(label=_("title"), required=False, default="", max_length=120)
    hours = KnownThingBlock(
        "centre.OpeningHours", label=_("of what?"), required=False, help_text=_("Empty: all of them.")
    )

    class Meta:
        template = "blocks/opening_hours.html"
        icon = "time"
        group = CENTRE
        label = _("Opening hours")
        description = _("Opening hours with exceptions and closed days. Typed once, right everywhere.")
        preview_value = {"title": _("Opening hours")}
