"""One to three buttons."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.groups import STRUCTURE
from blocks.links import LinkBlock


class ButtonBlock(LinkBlock):
    """A large link with a text of its own."""

    text = blocks.CharBlock(label=_("text on the button"), max_length=60)

    class Meta:
        icon = "link"
        label = _("Button")
        form_layout = ["text", "page", "address"]


class ButtonsBlock(blocks.ListBlock):
    """What the reader may want to do now; the first one is the strongest."""

    def __init__(self, **kwargs):
        super().__init__(ButtonBlock(), min_num=1, max_num=3, **kwargs)

    class Meta:
        template = "blocks/buttons.html"
        icon = "arrow-right"
        group = STRUCTURE
        label = _("Buttons")
        description = _("One to three large links. The first one is the strongest.")
        preview_value = [{"text": _("Call us"), "address": "030 123456"}]
