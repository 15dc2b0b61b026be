"""How somebody who may not publish hands in a page: by a button in plain sight, beside the one that saves."""

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import (
    ActionMenuItem,
    PublishMenuItem,
    SaveDraftMenuItem,
    SubmitForModerationMenuItem,
)


class HandInMenuItem(SubmitForModerationMenuItem):
    """Says what happens, where Wagtail says the name of the workflow."""

    def get_context_data(self, parent_context):
        return {**super().get_context_data(parent_context), "label": _("Hand in for review")}


class SaveOrHandIn(ActionMenuItem):
    """Two buttons. The first is the one that the Enter key presses, so it is the one that only saves."""

    def __init__(self, save, hand_in):
        super().__init__(order=save.order)
        self.save, self.hand_in = save, hand_in

    def render_html(self, parent_context=None):
        buttons = (self.save.render_html(parent_context), self.hand_in.render_html(parent_context))
        return format_html('<div class="desk-hand-in">{}{}</div>', *buttons)


def show_hand_in(items):
    """Put both buttons in the place of the first where there is no third way, to publish at once."""
    kinds = {type(item): item for item in items}
    save, submit = kinds.get(SaveDraftMenuItem), kinds.get(SubmitForModerationMenuItem)
    if save and submit and PublishMenuItem not in kinds:
        items[items.index(save)] = SaveOrHandIn(save, HandInMenuItem())
        items.remove(submit)
