"""The bytes of an iCalendar file, taken apart into events and lines (RFC 5545). No database, no request.

Only the lines that we need are looked into, by icalendar. Files of strangers are forgiven their encoding and
their line ends, and refused what would hold up the house: size, number, depth.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from icalendar.parser import Contentline

from pages.events.outside.trouble import Fault, TroubleError, UnreadableError

MOST_EVENTS = 5000
MOST_LINES = 400  # of one kind in one event
DEEPEST = 8
LONGEST_LINE, LONGEST_TEXT = 100_000, 20_000

FOLD = re.compile(rb"\n[ \t]")
TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION"}
NEEDED = TEXTS | {
    *("UID", "URL", "STATUS", "CLASS", "SEQUENCE", "LAST-MODIFIED", "RECURRENCE-ID"),
    *("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE"),
}
OF_ZONES = {"TZID", "X-LIC-LOCATION"}
NAME = re.compile(r"[ \t]*([A-Za-z0-9-]+)[ \t]*[;:]")


@dataclass(frozen=True)
class Line:
    """What stands in one line: its parameters and its value, both as they were written."""

    params: dict
    value: str


@dataclass
class Raw:
    """One VEVENT, not yet understood, and in which line of the file it begins."""

    number: int
    lines: dict[str, list[Line]] = field(default_factory=lambda: defaultdict(list))
    is_broken: bool = False

    def one(self, name: str) -> Line | None:
        return self.lines[name][0] if self.lines.get(name) else None

    def text(self, name: str) -> str:
        line = self.one(name)
        return line.value if line else ""


@dataclass
class File:
    """All events of a file, and what it says about time zones."""

    events: list[Raw] = field(default_factory=list)
    zones: dict[str, str] = field(default_factory=dict)
    floating: str = ""


def take_apart(data: bytes) -> File:
    """Raises TroubleError where the file as a whole is no calendar, not all of one, or too much of one."""
    data = _with_plain_ends(data)
    text = _decoded(FOLD.sub(b"", data))
    start = text.lstrip()[:200].lower()
    if start.startswith(("<!doctype html", "<html")):
        raise TroubleError(Fault.WEB_PAGE)
    if "begin:vcalendar" not in text[:10_000].lower():
        raise TroubleError(Fault.NO_CALENDAR)
    return _Reader().read(zip(_numbers(data), text.split("\n"), strict=True))


class _Reader:
    """Goes through the lines once and knows in which component it is."""

    def __init__(self):
        self.file, self.above, self.event, self.zone, self.calendars = File(), [], None, {}, 0

    def read(self, lines):
        for number, line in lines:
            if match := NAME.match(line):
                name = match.group(1).upper()
                if name in ("BEGIN", "END"):
                    self._enter_or_leave(name, line[match.end() :].strip().upper(), number)
                else:
                    self._note(name, line)
        if self.above or not self.calendars:
            raise TroubleError(Fault.CUT_OFF)
        return self.file

    def _enter_or_leave(self, name, kind, number):
        if name == "BEGIN":
            self.above.append(kind)
            if len(self.above) > DEEPEST:
                raise TroubleError(Fault.NESTED)
            if kind == "VEVENT":
                self.event = Raw(number)
                self.file.events.append(self.event)
                if len(self.file.events) > MOST_EVENTS:
                    raise TroubleError(Fault.TOO_MANY)
            elif kind == "VTIMEZONE":
                self.zone = {}
        elif kind in self.above:
            while self.above.pop() != kind:
                pass
            self._left(kind)

    def _left(self, kind):
        if kind == "VEVENT":
            self.event = None
        elif kind == "VTIMEZONE" and self.zone.get("TZID"):
            self.file.zones[self.zone["TZID"]] = self.zone.get("X-LIC-LOCATION", "")
        elif kind == "VCALENDAR":
            self.calendars += 1

    def _note(self, name, line):
        inside = self.above[-1] if self.above else ""
        if inside == "VEVENT" and self.event and name in NEEDED:
            _add(self.event, name, line)
        elif inside == "VTIMEZONE" and name in OF_ZONES:
            self.zone[name] = line.partition(":")[2].strip()[:200]
        elif inside == "VCALENDAR" and name == "X-WR-TIMEZONE":
            self.file.floating = line.partition(":")[2].strip()[:200]


def _add(event, name, line):
    if name in TEXTS:
        line = line[:LONGEST_TEXT]
    known = event.lines[name]
    try:
        if len(line) > LONGEST_LINE or len(known) >= MOST_LINES:
            raise UnreadableError
        _name, params, value = Contentline(line).raw_parts()
    except (ValueError, AssertionError):
        event.is_broken = event.is_broken or name not in TEXTS
        return
    known.append(Line({key.upper(): params[key] for key in params}, value))


def _with_plain_ends(data):
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", "replace").encode()
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _numbers(data):
    """In which line of the file each unfolded line begins."""
    lines = enumerate(data.split(b"\n"), 1)
    return (number for number, line in lines if number == 1 or not line.startswith((b" ", b"\t")))


def _decoded(data):
    """Unfolded before: lines may be folded in the middle of a letter."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
