"""The lines of which a calendar file is made (RFC 5545, section 3.1): CRLF, folded, escaped. No framework.

Written here and not by a library: a whole programme has a hundred thousand lines and more.
"""

import re
from datetime import UTC, date, datetime

from pages.events.wall import BERLIN, comes_twice, on_the_wall

LONGEST = 75
"""Octets of one line without its end."""

NOT_TOLD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What neither a calendar nor XML may contain."""

ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})

ZONE = """\
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE"""
"""Berlin's clock since 1996; events begin in 2000 at the earliest."""


def plain(text: str) -> str:
    """A text without what no file may contain; all ends of lines the same."""
    return NOT_TOLD.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n"))


def text(name: str, value: str) -> str:
    """A line with words in it."""
    return f"{name}:{plain(value).translate(ESCAPED)}"


def texts(name: str, values) -> str:
    """A line with a list of words."""
    return f"{name}:{','.join(plain(value).translate(ESCAPED) for value in values)}"


def uri(name: str, value: str) -> str:
    """A line with an address, which cannot be escaped: what would end the line is left out."""
    return f"{name}:{''.join(plain(value).split())}"


def on(name: str, day: date) -> str:
    return f"{name};VALUE=DATE:{day:%Y%m%d}"


def at(name: str, moment: datetime, *along: datetime | None) -> str:
    """A moment on the clock of the house; where that shows it or one of those along twice, on the world's."""
    if any(map(_comes_twice, filter(None, (moment, *along)))):
        return f"{name}:{utc(moment)}"
    return f"{name};TZID=Europe/Berlin:{_digits(moment.astimezone(BERLIN))}"


def _comes_twice(moment):
    wall = on_the_wall(moment)
    return wall.hour == 2 and comes_twice(wall)


def utc(moment: datetime) -> str:
    return f"{_digits(moment.astimezone(UTC))}Z"


def _digits(moment):
    return moment.isoformat()[:19].replace("-", "").replace(":", "")


def folded(line: str) -> bytes:
    """A line as it stands in the file: in pieces of 75 octets that never cut a character."""
    raw = line.encode()
    if len(raw) <= LONGEST:
        return raw + b"\r\n"
    pieces, start, room = [], 0, LONGEST
    while len(raw) - start > room:
        end = start + room
        while raw[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(raw[start:end])
        start, room = end, LONGEST - 1
    return b"\r\n ".join([*pieces, raw[start:]]) + b"\r\n"
