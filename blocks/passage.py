"""Content that is kept once and placed on many pages."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.blocks import SnippetChooserBlock

from blocks.goal import chosen, goal
from blocks.groups import CENTRE


class PassageBlock(SnippetChooserBlock):
    """Shows reusable content as it is now."""

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

    def bulk_to_python(self, values):
        return chosen(self.model_class.objects.all(), list(values))

    def get_context(self, value, parent_context=None):
        return {**super().get_context(value, parent_context), "passage": goal(value)}
