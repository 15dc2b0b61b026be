"""A table that screen readers and translators understand."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.table_block.blocks import TableBlock as WagtailTableBlock
from wagtail_localize.segments import StringSegmentValue

from blocks.blanks import blanks
from blocks.groups import TEXT

# What the right mouse button offers in the editor, which itself speaks English only.
MENU = {
    "row_above": {"name": _("Row above")},
    "row_below": {"name": _("Row below")},
    "col_left": {"name": _("Column before")},
    "col_right": {"name": _("Column after")},
    "remove_row": {"name": _("Remove the row")},
    "remove_col": {"name": _("Remove the column")},
    "undo": {"name": _("Undo")},
    "redo": {"name": _("Redo")},
}


class TableBlock(WagtailTableBlock):
    """Rows and columns with a caption and named headers."""

    def __init__(self, **kwargs):
        super().__init__(table_options={"contextMenu": {"items": MENU}, "language": "en-US"}, **kwargs)

    class Meta:
        template = "blocks/table.html"
        icon = "table"
        group = TEXT
        label = _("Table")
        description = _("Rows and columns. It needs a caption and a header row or column.")
        preview_value = {
            "table_caption": _("When the café is open"),
            "table_header_choice": "row",
            "data": [[_("Monday"), _("Tuesday")], ["9–13", "9–18"]],
        }

    def clean(self, value):
        faults = [] if self.is_deferred_validation else list(_faults(value or {}))
        if faults:
            raise ValidationError(faults)
        return super().clean(value)

    def render(self, value, context=None):
        if not _has_text(value):
            return ""
        choice = value.get("table_header_choice")
        return super().render(
            {
                **value,
                "first_row_is_table_header": choice in ("row", "both"),
                "first_col_is_header": choice in ("column", "col", "both"),
            },
            context,
        )

    def get_searchable_content(self, value):
        return [(value or {}).get("table_caption") or "", *super().get_searchable_content(value)]

    def get_translatable_segments(self, value):
        """Caption and cells, each under its place: `caption`, `row.column`."""
        texts = {"caption": (value or {}).get("table_caption") or ""}
        for row_number, row in enumerate((value or {}).get("data") or []):
            for column_number, cell in enumerate(row):
                texts[f"{row_number}.{column_number}"] = cell or ""
        return [StringSegmentValue(path, str(text)) for path, text in texts.items() if text.strip()]

    def restore_translated_segments(self, value, segments):
        data = [list(row) for row in value["data"]]
        caption = value.get("table_caption")
        for segment in segments:
            if segment.path == "caption":
                caption = segment.render_text()
            else:
                row, column = map(int, segment.path.split("."))
                data[row][column] = segment.render_text()
        return {**value, "data": data, "table_caption": caption}


def _has_text(value):
    cells = (cell or "" for row in (value or {}).get("data") or [] for cell in row)
    return any(cell.strip() and not blanks(cell) for cell in cells)


def _faults(table):
    if not _has_text(table):
        yield _("The table is empty. Fill in some cells, or remove it.")
    if not (table.get("table_caption") or "").strip():
        yield _("Please give the table a caption that says what it shows.")
    if table.get("table_header_choice") not in ("row", "column", "both"):
        yield _("Please say whether the first row or the first column names the others.")
