"""Where the centre is and how to reach it."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.groups import CENTRE


class AddressBlock(blocks.StaticBlock):
    """Name, address, phone and mail of the centre, from its settings."""

    class Meta:
        template = "blocks/address.html"
        icon = "home"
        group = CENTRE
        label = _("Our address")
        description = _("Name, address, phone and mail of the centre, from its settings.")
        admin_text = _("Shows name, address, phone and mail of the centre. Nothing to do here.")
        preview_value = None
