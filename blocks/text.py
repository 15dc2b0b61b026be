"""Running text."""

from django.utils.translation import gettext_lazy as _

from blocks.groups import TEXT
from blocks.prose import ProseBlock


class TextBlock(ProseBlock):
    """Paragraphs and lists."""

    class Meta:
        template = "blocks/text.html"
        icon = "pilcrow"
        group = TEXT
        label = _("Text")
        description = _("Paragraphs, lists and links.")
        preview_value = _(
            "<p>Our café is open <b>Monday to Friday</b>. You find here:</p>"
            "<ul><li>coffee and cake</li><li>newspapers in many languages</li></ul>"
        )
