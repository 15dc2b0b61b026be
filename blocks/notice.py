"""Something readers must not miss."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.groups import TEXT
from blocks.prose import ProseBlock


class NoticeBlock(blocks.StructBlock):
    """A hint, good news or a warning; said with a word and a sign, not by colour alone."""

    kind = blocks.ChoiceBlock(
        [("hint", _("hint")), ("success", _("good news")), ("warning", _("warning"))],
        default="hint",
        search_index=False,
        label=_("kind"),
    )
    text = ProseBlock(label=_("text"), features=["bold", "link", "document-link"])

    class Meta:
        template = "blocks/notice.html"
        icon = "warning"
        group = TEXT
        label = _("Notice")
        description = _("Something that readers must not miss.")
        preview_value = {"kind": "hint", "text": _("<p>The café is closed on public holidays.</p>")}
