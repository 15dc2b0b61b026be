"""What to do, in order."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.groups import TEXT
from blocks.prose import ProseBlock


class StepsBlock(blocks.ListBlock):
    """What to do, one thing after the other."""

    def __init__(self, **kwargs):
        item = blocks.StructBlock(
            [
                ("title", blocks.CharBlock(label=_("what to do"), max_length=160)),
                ("text", ProseBlock(label=_("more about it"), required=False)),
            ],
            label=_("step"),
        )
        super().__init__(item, min_num=1, **kwargs)

    class Meta:
        template = "blocks/steps.html"
        icon = "list-ol"
        group = TEXT
        label = _("Steps")
        description = _("What to do, one thing after the other.")
        preview_value = [{"title": _("Come by"), "text": _("<p>Monday to Friday from 9 o'clock.</p>")}, {"title": _("Tell us what you need"), "text": ""}]
