"""Content that is kept once and placed on many pages."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.blocks import SnippetChooserBlock

from blocks.goal import in_readers_language
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
        passages = super().bulk_to_python(values)
        self._look_up([passage for passage in passages if passage])
        return passages

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        if value and not hasattr(value, "shown"):
            self._look_up([value])
        return {**context, "passage": value and value.shown}

    def _look_up(self, chosen):
        found = in_readers_language(chosen, self.model_class.objects.filter(live=True)) if chosen else {}
        for passage in chosen:
            passage.shown = found.get(passage.translation_key)
