"""Titles with a text each: what questions, facts and steps have in common."""

from wagtail import blocks

from blocks.blanks import blanks, says_something
from blocks.prose import ProseBlock


class TitledTexts(blocks.ListBlock):
    """Titles with a text each. An entry that still waits for its words is not shown."""

    def __init__(self, entry, title, text, text_required=True, **kwargs):
        self.text_required = text_required
        item = blocks.StructBlock(
            [
                ("title", blocks.CharBlock(label=title, max_length=160)),
                ("text", ProseBlock(label=text, required=text_required)),
            ],
            label=entry,
            label_format="{title}",
        )
        super().__init__(item, min_num=1, max_num=100, **kwargs)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        preview = getattr(context.get("request"), "is_preview", False)
        return {**context, "entries": [each for each in value if self._is_ready(each, preview)]}

    def _is_ready(self, entry, preview):
        title, text = entry.get("title") or "", entry["text"].source if entry.get("text") else ""
        if not title or blanks(title):
            return False
        return not self.text_required or says_something(text) or (preview and bool(blanks(text)))
