"""A quick way in, on the home page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.groups import STRUCTURE
from blocks.links import LinkBlock

ICONS = [
    ("calendar", _("calendar")),
    ("chat", _("speech bubble: advice")),
    ("hands", _("hands: join in")),
    ("door", _("door: rooms")),
    ("heart", _("heart: help")),
    ("child", _("child")),
    ("cup", _("cup: café")),
    ("map", _("map: the way here")),
    ("book", _("book: learning")),
    ("phone", _("telephone")),
]


class WayInBlock(LinkBlock):
    """A large link with a sign and half a sentence."""

    text = blocks.CharBlock(label=_("text"), max_length=60)
    about = blocks.CharBlock(label=_("half a sentence"), required=False, default="", max_length=120)
    icon = blocks.ChoiceBlock(ICONS, label=_("sign"), default="door", search_index=False)

    class Meta:
        template = "blocks/way_in.html"
        icon = "arrow-right"
        group = STRUCTURE
        label = _("Way in")
        description = _("A large link with a sign and half a sentence.")
        form_layout = ["text", "about", "icon", "page", "address"]
        preview_value = {
            "text": _("Advice"),
            "about": _("free, in six languages"),
            "icon": "chat",
            "address": "https://example.org/",
        }
