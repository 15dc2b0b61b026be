"""Terms with their explanation."""

from django.utils.translation import gettext_lazy as _

from blocks.groups import TEXT
from blocks.titled import TitledTexts


class FactListBlock(TitledTexts):
    """Terms with their explanation, such as price, place, contact."""

    def __init__(self, **kwargs):
        super().__init__(entry=_("fact"), title=_("term"), text=_("explanation"), **kwargs)

    class Meta:
        template = "blocks/fact_list.html"
        icon = "list-ul"
        group = TEXT
        label = _("Facts")
        description = _("Terms with their explanation, such as price, place, contact.")
        preview_value = [
            {"title": _("Costs"), "text": _("<p>Free of charge</p>")},
            {"title": _("Where"), "text": _("<p>Ground floor, without steps</p>")},
        ]
