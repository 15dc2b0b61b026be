"""Terms with their explanation."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.groups import TEXT
from blocks.prose import ProseBlock


class FactListBlock(blocks.ListBlock):
    """Terms with their explanation, such as price, place, contact."""

    def __init__(self, **kwargs):
        item = blocks.StructBlock(
            [
                ("title", blocks.CharBlock(label=_("term"), max_length=160)),
                ("text", ProseBlock(label=_("explanation"), required=True)),
            ],
            label=_("fact"),
        )
        super().__init__(item, min_num=1, **kwargs)

    class Meta:
        template = "blocks/fact_list.html"
        icon = "list-ul"
        group = TEXT
        label = _("Facts")
        description = _("Terms with their explanation, such as price, place, contact.")
        preview_value = [{"title": _("Costs"), "text": _("<p>Free of charge</p>")}, {"title": _("Where"), "text": _("<p>Ground floor, without steps</p>")}]
