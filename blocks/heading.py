"""A heading that people can link to."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.groups import TEXT

LEVELS = [("2", _("large: a new section")), ("3", _("middle: part of a section")), ("4", _("small"))]


class LevelBlock(blocks.ChoiceBlock):
    """How deep a heading stands in the outline; a number, so that it can be counted with."""

    choices = LEVELS

    def to_python(self, value):
        return _number(value)

    def normalize(self, value):
        return _number(value)

    def value_from_form(self, value):
        return _number(value)

    def value_for_form(self, value):
        return str(value)

    def get_prep_value(self, value):
        return _number(value)

    def clean(self, value):
        return _number(super().clean(str(value)))


class HeadingBlock(blocks.StructBlock):
    """A title for what follows."""

    text = blocks.CharBlock(label=_("text"), max_length=120)
    level = LevelBlock(label=_("size"), default="2", search_index=False)

    class Meta:
        template = "blocks/heading.html"
        icon = "title"
        group = TEXT
        label = _("Heading")
        label_format = "{text}"
        description = _("A title for what follows. It appears in the table of contents.")
        preview_value = {"text": _("This is how to get here"), "level": 2}


def _number(level):
    """What imports and translations bring in place of a level counts as a new section."""
    return int(level) if str(level) in dict(LEVELS) else 2
