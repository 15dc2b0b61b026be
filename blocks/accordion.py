"""Questions that open their answer."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.groups import TEXT
from blocks.prose import ProseBlock


class AccordionBlock(blocks.ListBlock):
    """Questions that open their answer. Good for long pages."""

    def __init__(self, **kwargs):
        item = blocks.StructBlock(
            [
                ("title", blocks.CharBlock(label=_("question"), max_length=160)),
                ("text", ProseBlock(label=_("answer"), required=True)),
            ],
            label=_("question"),
        )
        super().__init__(item, min_num=1, **kwargs)

    class Meta:
        template = "blocks/accordion.html"
        icon = "collapse-down"
        group = TEXT
        label = _("Questions and answers")
        description = _("Questions that open their answer. Good for long pages.")
        preview_value = [{"title": _("Do I have to register?"), "text": _("<p>No, just come by.</p>")}]
