"""One to three buttons."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.groups import STRUCTURE
from blocks.links import LinkBlock


class ButtonBlock(LinkBlock):
    """A large link with a text of its own."""

    text = blocks.CharBlock(
        label=_("text on the button"), max_length=60, help_text=_("What happens next, like “Call us”.")
    )

    class Meta:
        icon = "link"
        label = _("Button")
        label_format = "{text}"
        group = STRUCTURE
        description = _("A large link.")
        form_layout = ["text", "page", "address"]
        preview_value = {"text": _("Call us"), "address": "030 123456"}


class ButtonsBlock(blocks.ListBlock):
    """What the reader may want to do now; the first one is the strongest."""

    def __init__(self, **kwargs):
        super().__init__(ButtonBlock(), min_num=1, max_num=3, **kwargs)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        return {**context, "buttons": [button for button in value if button.is_ready]}

    class Meta:
        template = "blocks/buttons.html"
        icon = "arrow-right"
        group = STRUCTURE
        label = _("Buttons")
        description = _("One to three large links. The first one is the strongest.")
        preview_value = [
            {"text": _("Call us"), "address": "030 123456"},
            {"text": _("Write to us"), "address": "mail@example.org"},
        ]
