"""Questions that open their answer."""

from django.utils.translation import gettext_lazy as _

from blocks.groups import TEXT
from blocks.titled import TitledTexts


class AccordionBlock(TitledTexts):
    """Questions that open their answer. Good for long pages."""

    def __init__(self, **kwargs):
        super().__init__(entry=_("question"), title=_("question"), text=_("answer"), **kwargs)

    class Meta:
        template = "blocks/accordion.html"
        icon = "collapse-down"
        group = TEXT
        label = _("Questions and answers")
        description = _("Questions that open their answer. Good for long pages.")
        preview_value = [{"title": _("Do I have to register?"), "text": _("<p>No, just come by.</p>")}]
