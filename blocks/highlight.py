"""A passage that stands out."""

from django.utils.translation import gettext_lazy as _

from blocks.groups import TEXT
from blocks.prose import ProseBlock


class HighlightBlock(ProseBlock):
    """A passage on a tinted ground."""

    class Meta:
        template = "blocks/highlight.html"
        icon = "pick"
        group = TEXT
        label = _("Highlight")
        description = _("A passage on a coloured ground.")
        preview_value = _(
            "<p>Nobody has to pay here. If you can give something, you help others to come.</p>"
        )
