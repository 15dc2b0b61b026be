"""Content that is kept once and placed on many pages."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from blocks.goal import chosen, goal
from blocks.groups import CENTRE
from blocks.together import ThingBlock


class PassageBlock(ThingBlock):
    """Shows reusable content as it is now."""

    leads_on = True

    def __init__(self, **kwargs):
        super().__init__("passages.Passage", **kwargs)

    class Meta:
        template = "blocks/passage.html"
        icon = "copy"
        group = CENTRE
        label = _("Reusable content")
        description = _("Content that is kept once and shown on many pages.")

    def get_preview_value(self):
        return apps.get_model("passages.Passage").objects.filter(live=True).first()

    def look_up(self, keys):
        return chosen(self.things(), keys)

    def streams(self, thing):
        return [thing.shown.body] if thing.shown else []

    def get_context(self, value, parent_context=None):
        return {**super().get_context(value, parent_context), "passage": goal(value)}
