"""PURE  A list of addresses as other programs write it: CSV or XLSX, columns in German or English."""

import csv
import io
import re
import zipfile
from dataclasses import dataclass

from pages.cells import decoded

COLUMNS = {
    "address": (
        *("e mail", "email", "mail", "e mail adresse", "mailadresse", "mail adresse", "adresse"),
        *("address", "email address", "e mail address", "mail address"),
    ),
    "language": ("sprache", "language", "lang"),
    "topics": ("themen", "thema", "topics", "topic"),
    "audiences": ("für wen?", "für wen", "zielgruppen", "zielgruppe", "for whom?", "audiences", "audience"),
}
NAMES = {name: column for column, names in COLUMNS.items() for name in names}
MOST, MOST_COLUMNS, LONGEST_CELL = 20_000, 40, 1000
LARGEST_UNPACKED = 100 * 1024 * 1024


class NoTableError(ValueError):
    """It cannot be read, or no column holds addresses."""


class TooManyRowsError(ValueError):
    """More than anybody could have asked."""


@dataclass(frozen=True)
class Row:
    """One line of the table, as it was typed."""

    number: int
    address: str
    language: str = ""
    topics: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()


def read(data: bytes) -> list[Row]:
    """Raises NoTableError or TooManyRowsError. The first line names the columns, or is an address itself."""
    rows, columns = [], None
    for number, cells in enumerate(_cells(data), start=1):
        cells = [cell.strip()[:LONGEST_CELL] for cell in cells[:MOST_COLUMNS]]
        if not any(cells):
            continue
        if columns is None:
            columns = [_column(cell) for cell in cells]
            if "address" in columns:
                continue
            columns = ["address" if "@" in cell else "" for cell in cells]
            if columns.count("address") != 1:
                raise NoTableError
        rows.append(_row(number, dict(zip(columns, cells, strict=False))))
        if len(rows) > MOST:
            raise TooManyRowsError
    return rows


def _row(number, cells):
    several = (
        tuple(filter(None, map(str.strip, re.split(r"[,;|]", cells.get(name, ""))))) for name in PLURAL
    )
    return Row(number, cells.get("address", "").lstrip("'"), cells.get("language", ""), *several)


PLURAL = ("topics", "audiences")


def _column(cell):
    return NAMES.get(" ".join(re.sub(r"[-_*:]", " ", cell.lower()).split()), "")


def _cells(data):
    return _sheet(data) if data.startswith(b"PK\x03\x04") else _lines(data)


def _lines(data):
    text = decoded(data).replace("\0", "")
    first = next((line for line in text.splitlines() if line.strip()), "")
    sign = max(";\t,", key=first.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    except csv.Error:
        raise NoTableError from None


def _sheet(data):
    """The first sheet; what is computed there, as it was computed last."""
    from openpyxl import load_workbook  # noqa: PLC0415 (32 MB with numpy, for what is done once a year)

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(each.file_size for each in archive.infolist()) > LARGEST_UNPACKED:
                raise TooManyRowsError
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for cells in book.worksheets[0].iter_rows(max_row=MOST + 100, max_col=MOST_COLUMNS, values_only=True):
            yield ["" if cell is None else str(cell) for cell in cells]
    except TooManyRowsError:
        raise
    except Exception:  # whatever a damaged file makes of a foreign library
        raise NoTableError from None
