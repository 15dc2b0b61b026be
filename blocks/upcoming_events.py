"""What happens next."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.goal import GoalBlock
from blocks.groups import CENTRE
from blocks.together import ThingBlock


class UpcomingEventsBlock(blocks.StructBlock):
    """The next dates of the calendar, narrowed down if one likes. Cancelled ones say so."""

    title = blocks.CharBlock(label=_("title"), required=False, default="", max_length=120)
    count = blocks.ChoiceBlock(
        [("3", "3"), ("6", "6"), ("9", "9")], default="3", search_index=False, label=_("how many at most?")
    )
    look = blocks.ChoiceBlock(
        [("cards", _("cards with pictures")), ("lines", _("list by date"))],
        default="cards",
        search_index=False,
        label=_("how should it look?"),
    )
    once = blocks.BooleanBlock(
        label=_("each event only once"),
        required=False,
        default=True,
        help_text=_("Else a group that meets every week fills the list alone."),
    )
    audience = ThingBlock(
        "topics.Audience", label=_("for whom?"), required=False, help_text=_("Empty: everybody.")
    )
    topic = ThingBlock(
        "topics.Topic", label=_("about which topic?"), required=False, help_text=_("Empty: any.")
    )
    place = ThingBlock("places.Place", label=_("at which place?"), required=False, help_text=_("Empty: any."))
    partner = GoalBlock(
        "partners.PartnerPage", label=_("run by which partner?"), required=False, help_text=_("Empty: any.")
    )
    free = blocks.BooleanBlock(label=_("only what is free of charge"), required=False, default=False)

    class Meta:
        template = "blocks/upcoming_events.html"
        icon = "date"
        group = CENTRE
        label = _("Next events")
        label_format = "{title}"
        description = _("The next dates from the calendar, always up to date: all, or for some people only.")
        form_layout = blocks.BlockGroup(
            children=["title", "count", "look", "once"],
            settings=["audience", "topic", "place", "partner", "free"],
        )
        preview_value = {"title": _("Coming up next"), "count": "3", "look": "lines"}
