"""A heading that people can link to."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.groups import TEXT


class LevelBlock(blocks.ChoiceBlock):
    """How deep a heading stands in the outline; a number, so that it can be counted with."""

    choices = [("2", _("large: a new section")), ("3", _("middle: part of a section")), ("4", _("small"))]

    def to_python(self, value):
        return int(value) if value else 2

    def value_from_form(self, value):
        return int(value) if value else 2

    def value_for_form(self, value):
        return str(value)

    def normalize(self, value):
        return int(value or 2)

    def get_prep_value(self, value):
        return int(value)

    def clean(self, value):
        return int(super().clean(str(value)))


class HeadingBlock(blocks.StructBlock):
    """A title for what follows."""

    text = blocks.CharBlock(label=_("text"), max_length=120)
    level = LevelBlock(label=_("size"), default="2")

    class Meta:
        template = "blocks/heading.html"
        icon = "title"
        group = TEXT
        label = _("Heading")
        description = _("A title for what follows. It appears in the table of contents.")
        preview_value = {"text": _("This is how to get here"), "level": 2}
