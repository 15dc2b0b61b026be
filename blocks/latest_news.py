"""What is new."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.groups import CENTRE
from blocks.together import ThingBlock


class LatestNewsBlock(blocks.StructBlock):
    """The newest announcements that hold, about one topic if one likes."""

    title = blocks.CharBlock(label=_("title"), required=False, default="", max_length=120)
    count = blocks.ChoiceBlock(
        [("3", "3"), ("6", "6"), ("9", "9")], default="3", search_index=False, label=_("how many at most?")
    )
    look = blocks.ChoiceBlock(
        [("cards", _("cards with pictures")), ("lines", _("list"))],
        default="cards",
        search_index=False,
        label=_("how should it look?"),
    )
    topic = ThingBlock(
        "topics.Topic", label=_("about which topic?"), required=False, help_text=_("Empty: any.")
    )

    class Meta:
        template = "blocks/latest_news.html"
        icon = "comment"
        group = CENTRE
        label = _("Latest news")
        label_format = "{title}"
        description = _("The newest announcements, always up to date; what is over vanishes by itself.")
        form_layout = blocks.BlockGroup(children=["title", "count", "look"], settings=["topic"])
        preview_value = {"title": _("News from the house"), "count": "3", "look": "cards"}
