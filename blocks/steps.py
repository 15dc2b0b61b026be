"""What to do, in order."""

from django.utils.translation import gettext_lazy as _

from blocks.groups import TEXT
from blocks.titled import TitledTexts


class StepsBlock(TitledTexts):
    """What to do, one thing after the other."""

    def __init__(self, **kwargs):
        words = {"entry": _("step"), "title": _("what to do"), "text": _("more about it")}
        super().__init__(**words, text_required=False, **kwargs)

    class Meta:
        template = "blocks/steps.html"
        icon = "list-ol"
        group = TEXT
        label = _("Steps")
        description = _("What to do, one thing after the other.")
        preview_value = [
            {"title": _("Come by"), "text": _("<p>Monday to Friday from 9 o'clock.</p>")},
            {"title": _("Tell us what you need"), "text": ""},
        ]
