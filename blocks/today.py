"""What happens today."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.groups import CENTRE


class TodayBlock(blocks.StructBlock):
    """Whether the house is open, and today's dates; those of the next day once nothing is left today."""

    title = blocks.CharBlock(
        label=_("title"),
        required=False,
        default="",
        max_length=120,
        help_text=_("Empty: “Today in the house”."),
    )

    class Meta:
        template = "blocks/today.html"
        icon = "time"
        group = CENTRE
        label = _("Today in the house")
        description = _("Whether the house is open, and what happens today. Nothing to look after.")
        preview_value = {"title": _("Today in the house")}
