"""The headings of a page, as links."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.groups import STRUCTURE


class ContentsBlock(blocks.StaticBlock):
    """A table of contents that writes itself."""

    class Meta:
        template = "blocks/contents.html"
        icon = "list-ul"
        group = STRUCTURE
        label = _("Table of contents")
        description = _("Lists the headings of this page by itself.")
        admin_text = _("Lists the headings of this page by itself. Nothing to do here.")
        preview_template = "blocks/contents_preview.html"
