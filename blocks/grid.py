"""Things side by side."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from blocks.groups import STRUCTURE
from blocks.picture import PictureBlock
from blocks.teaser import TeaserBlock
from blocks.text import TextBlock


class CellStream(blocks.StreamBlock):
    """What may stand in a column."""

    teaser = TeaserBlock()
    picture = PictureBlock()
    text = TextBlock()


class GridValue(blocks.StructValue):
    """Knows what it has to show, and the pages among it, so that their pictures can be fetched at once."""

    @property
    def shown(self):
        return [cell for cell in self.get("cells") or [] if _has_something(cell)]

    @property
    def use(self):
        """How large the pictures of teasers are (a use of the picture library)."""
        return "half" if self.get("columns") == "2" else "card"

    @property
    def goals(self):
        return [cell.value.goal for cell in self.shown if cell.block_type == "teaser"]


class GridBlock(blocks.StructBlock):
    """Two to four columns; on a phone, one below the other."""

    columns = blocks.ChoiceBlock(
        [("2", "2"), ("3", "3"), ("4", "4")], default="3", search_index=False, label=_("columns")
    )
    cells = CellStream(label=_("contents"), min_num=2, max_num=12)

    class Meta:
        template = "blocks/grid.html"
        icon = "grip"
        group = STRUCTURE
        label = _("Columns")
        value_class = GridValue
        description = _("Teasers, pictures or texts in two to four columns.")
        preview_value = {
            "columns": "2",
            "cells": [
                ("text", _("<p><b>For children</b></p><p>Every afternoon from 3 o'clock.</p>")),
                ("text", _("<p><b>For parents</b></p><p>Advice and a breakfast on Fridays.</p>")),
            ],
        }


def _has_something(cell):
    if cell.block_type == "teaser":
        return bool(cell.value.goal)
    if cell.block_type == "picture":
        picture = cell.value.get("picture")
        return bool(picture and picture.may_be_shown)
    return bool(cell.value.source.strip())
