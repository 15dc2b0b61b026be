"""Someone's words."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.groups import TEXT


class QuoteBlock(blocks.StructBlock):
    """Someone's words, with their name below."""

    text = blocks.TextBlock(label=_("quotation"), help_text=_("Without quotation marks."))
    source = blocks.CharBlock(label=_("who says so?"), required=False, default="", max_length=160)

    class Meta:
        template = "blocks/quote.html"
        icon = "openquote"
        group = TEXT
        label = _("Quotation")
        description = _("Someone's words, with their name.")
        preview_value = {"text": _("I know everyone here."), "source": "Frau Yılmaz"}
