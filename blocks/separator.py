"""A pause between two parts."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.groups import TEXT


class SeparatorBlock(blocks.StaticBlock):
    """A thin line where one thing ends and another begins."""

    class Meta:
        template = "blocks/separator.html"
        icon = "minus"
        group = TEXT
        label = _("Separator")
        description = _("A thin line between two parts.")
        admin_text = _("A thin line. Nothing to do here.")
        preview_value = None
