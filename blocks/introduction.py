"""The first sentences, a little larger."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.groups import TEXT


class IntroductionBlock(blocks.TextBlock):
    """What the page is about, in two or three sentences."""

    class Meta:
        template = "blocks/introduction.html"
        icon = "pilcrow"
        group = TEXT
        label = _("Introduction")
        description = _("The first sentences of a page, a little larger.")
        preview_value = _("Everyone is welcome here: for a coffee, for advice, or to join in.")
