"""A table from a spreadsheet program (CSV), as people write it. No database, no request.

Commas, semicolons or tabs; UTF-8 or what Windows makes of it; columns in German or English, in any order.
"""

import csv
import io
import re
from datetime import date, time

from pages.cells import decoded
from pages.events.outside import plain
from pages.events.recurrence import Rule
from pages.events.upload.proposal import (
    LONGEST_TEXT,
    LONGEST_TITLE,
    MOST,
    Fault,
    Note,
    Proposal,
    Proposed,
    Remark,
    TooManyEventsError,
)
from pages.events.wall import is_backwards

COLUMNS = {
    "title": ("titel", "title", "name", "veranstaltung", "event", "was", "what", "betreff", "subject"),
    "day": (
        "datum",
        "date",
        "tag",
        "day",
        "wann",
        "when",
        "startdatum",
        "start date",
        "beginndatum",
        "erster tag",
    ),
    "last": ("bis datum", "enddatum", "end date", "letzter tag", "last day"),
    "starts": ("von", "from", "beginn", "start", "uhrzeit", "time", "startzeit", "start time", "beginnt um"),
    "ends": ("bis", "until", "to", "ende", "end", "endzeit", "end time", "endet um"),
    "where": ("raum", "room", "ort", "place", "location", "wo", "where"),
    "text": ("beschreibung", "description", "text", "info", "details"),
}
NAMES = {name: column for column, names in COLUMNS.items() for name in names}
DATE = re.compile(r"(?:[A-Za-z]{2,10}\.?,?\s+)?([0-9]{1,2})\.\s*([0-9]{1,2})\.\s*([0-9]{4}|[0-9]{2})")
ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
TIME = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2})(?::00)?)?\s*(?:uhr|h)?", re.I)
EARLIEST, LATEST = 2000, 2100
MOST_DAYS, LONGEST_CELL = 60, 20_000


class NoTableError(ValueError):
    """There are no columns that we know."""


class RowError(ValueError):
    """No event can be made of a row."""

    def __init__(self, note: Note, about: str = ""):
        super().__init__(note.value)
        self.remark = Remark(note, plain.line(about, 60))


def read(data: bytes, today: date) -> Proposed:
    """Raises NoTableError where a column for title or date is missing, and TooManyEventsError."""
    text = decoded(data).replace("\0", "")
    first = next((line for line in text.splitlines()[:50] if line.strip()), "")
    delimiter = max(";\t,", key=lambda sign: _known(first.split(sign)))
    found, columns = Proposed(), None
    for number, cells in _rows(text, delimiter, found):
        if not any(cell.strip() for cell in cells):
            continue
        if columns is None:
            columns = [_column(cell) for cell in cells]
            if not {"title", "day"} <= set(columns):
                raise NoTableError
            continue
        row = {name: cell.strip() for name, cell in zip(columns, cells, strict=False) if name}
        try:
            found.add(_proposal(number, row, today))
        except RowError as fault:
            found.faults.append(Fault(number, fault.remark))
        if len(found.events) + len(found.faults) > MOST:
            raise TooManyEventsError
    if columns is None:
        raise NoTableError
    return found


def _rows(text, delimiter, found):
    """Each row with the line in which it begins; text in quotes may go over several lines."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    begins = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            found.faults.append(Fault(begins, Remark(Note.UNREADABLE)))
        else:
            yield begins, [cell[:LONGEST_CELL] for cell in cells]
        begins = reader.line_num + 1


def _known(cells):
    return len({_column(cell) for cell in cells} - {""})


def _column(cell):
    return NAMES.get(" ".join(cell.strip(' "*:\t').lower().replace("-", " ").split()), "")


def _proposal(number, row, today):
    title = plain.line(row.get("title", ""), LONGEST_TITLE)
    if not title:
        raise RowError(Note.NO_TITLE)
    rule, remarks = _when(row, today)
    text = plain.paragraphs(row.get("text", ""), LONGEST_TEXT)
    where = plain.line(row.get("where", ""), 160)
    told = "\n".join(
        [title, f"{rule.first_day} {rule.starts} {rule.ends} {rule.more_days}", where, text]
    ).casefold()
    if title.endswith(plain.ELLIPSIS) and len(title) == LONGEST_TITLE:
        remarks.append(Remark(Note.CUT))
    return Proposal(number, title, told, (rule,), where=where, text=text, remarks=tuple(remarks))


def _when(row, today):
    if not row.get("day"):
        raise RowError(Note.NO_DATE)
    first = _day(row["day"])
    last = _day(row["last"]) if row.get("last") else first
    starts, ends = _time(row.get("starts", "")), _time(row.get("ends", ""), is_end=True)
    if last < first:
        raise RowError(Note.BACKWARDS, row["last"])
    if (last - first).days > MOST_DAYS:
        raise RowError(Note.TOO_LONG, row["last"])
    if ends is not None and starts is None:
        raise RowError(Note.NO_BEGINNING)
    if starts is not None and starts == ends and first == last:
        raise RowError(Note.NO_LENGTH)
    if starts is not None and ends and first == last and is_backwards(starts, ends):
        raise RowError(Note.ENDS_FIRST)
    remarks = []
    if starts and ends and ends < starts and first == last and ends != time(0):
        remarks.append(Remark(Note.NEXT_DAY))
    if last < today:
        remarks.append(Remark(Note.PAST))
    return Rule(first, starts=starts, ends=ends, more_days=(last - first).days), remarks


def _day(text):
    german, iso = DATE.fullmatch(text), ISO.fullmatch(text)
    if not (german or iso):
        raise RowError(Note.NOT_A_DATE, text)
    day, month, year = map(int, german.groups() if german else reversed(iso.groups()))
    try:
        found = date(year + 2000 if german and year < 100 else year, month, day)
    except ValueError:
        raise RowError(Note.NOT_A_DATE, text) from None
    if not EARLIEST <= found.year <= LATEST:
        raise RowError(Note.YEAR, text)
    return found


def _time(text, *, is_end=False):
    if not text:
        return None
    match = TIME.fullmatch(text)
    hour, minute = (int(part or 0) for part in match.groups()) if match else (99, 0)
    if is_end and (hour, minute) == (24, 0):
        return time(0)
    if hour > 23 or minute > 59:
        raise RowError(Note.NOT_A_TIME, text)
    return time(hour, minute)
