"""Who answers for the centre, as an imprint has to say (§ 5 DDG)."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.groups import CENTRE


class CarrierBlock(blocks.StaticBlock):
    """Who runs the centre, who represents it, and its register entry, from its settings."""

    class Meta:
        template = "blocks/carrier.html"
        icon = "group"
        group = CENTRE
        label = _("Who runs the house")
        description = _(
            "Carrier, representation and register entry, from the centre's settings. For the imprint."
        )
        admin_text = _("Shows carrier, representation and register entry of the centre. Nothing to do here.")
        preview_value = None
