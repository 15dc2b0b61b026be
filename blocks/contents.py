"""The headings of a page, as links."""

from django.utils.translation import gettext as now
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
        preview_value = None

    def get_preview_context(self, value, parent_context=None):
        headings = [("1", now("When we are open"), 2), ("2", now("This is how to get here"), 2)]
        return {**(parent_context or {}), "contents": headings}
