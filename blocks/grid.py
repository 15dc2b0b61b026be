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


class GridBlock(blocks.StructBlock):
    """Two to four columns; on a phone, one below the other."""

    columns = blocks.ChoiceBlock([("2", "2"), ("3", "3"), ("4", "4")], default="3", label=_("columns"))
    cells = CellStream(label=_("contents"), min_num=2, max_num=12)

    class Meta:
        template = "blocks/grid.html"
        icon = "grip"
        group = STRUCTURE
        label = _("Columns")
        description = _("Teasers, pictures or texts in two to four columns.")
        preview_value = {
            "columns": "2",
            "cells": [
                {"type": "text", "value": _("<p><b>For children</b></p><p>Every afternoon from 3 o'clock.</p>")},
                {"type": "text", "value": _("<p><b>For parents</b></p><p>Advice and a breakfast on Fridays.</p>")},
            ],
        }
