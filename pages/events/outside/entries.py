"""One VEVENT, understood: its texts, its first date, its rule, or which date of a series it replaces.

No database, no request. Raises UnreadableError rather than guess.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from icalendar.parser import unescape_char
from icalendar.prop import vDuration

from pages.events.outside import plain, zones
from pages.events.outside.components import File, Raw
from pages.events.outside.repeating import Repeat, repeat
from pages.events.outside.trouble import UnreadableError
from pages.events.wall import BERLIN, on_the_clock

LONGEST_TITLE, LONGEST_DESCRIPTION, LONGEST_UID = 255, 5000, 255
EARLIEST, LATEST = 1900, 2200
MOST_MOMENTS = 5000
LONGEST = timedelta(days=366)
A_DAY = timedelta(days=1)

MOMENT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})?(Z)?)?")
HIDDEN = {"PRIVATE", "CONFIDENTIAL"}


@dataclass(frozen=True)
class Moment:
    """What the clock on the wall of a zone shows; of a whole day, its midnight."""

    wall: datetime
    zone: ZoneInfo
    is_whole_day: bool = False

    @property
    def instant(self) -> datetime:
        return on_the_clock(self.wall, self.zone).astimezone(UTC)


@dataclass(frozen=True)
class Entry:
    """What one VEVENT says. `lasts` is None where it says no end."""

    number: int
    uid: str
    title: str
    description: str
    location: str
    url: str
    language: str
    starts: Moment
    lasts: timedelta | None
    rule: Repeat | None = None
    added: tuple[Moment, ...] = ()
    left_out: tuple[Moment, ...] = ()
    replaces: Moment | None = None
    is_cancelled: bool = False
    sequence: int = 0
    updated_at: datetime | None = None


def is_hidden(raw: Raw) -> bool:
    """Whether its owner says that it is nobody else's business."""
    return raw.text("CLASS").strip().upper() in HIDDEN


def entry(raw: Raw, file: File) -> Entry:
    """Raises UnreadableError where it has no title or no date, or says something that we cannot follow."""
    start = raw.one("DTSTART")
    title = _line(raw, "SUMMARY", LONGEST_TITLE)
    if raw.is_broken or start is None or not title or raw.lines.get("EXRULE") or len(raw.lines["RRULE"]) > 1:
        raise UnreadableError
    starts = _moment(start, start.value, file)
    summary = raw.one("SUMMARY")
    return Entry(
        number=raw.number,
        uid=_uid(raw, title),
        title=title,
        description=plain.paragraphs(unescape_char(raw.text("DESCRIPTION")), LONGEST_DESCRIPTION),
        location=_line(raw, "LOCATION", LONGEST_TITLE),
        url=plain.address(raw.text("URL")),
        language=plain.language(str(summary.params.get("LANGUAGE", ""))),
        starts=starts,
        lasts=_lasts(raw, starts, file),
        rule=_rule(raw, starts),
        added=_moments(raw, "RDATE", file),
        left_out=_moments(raw, "EXDATE", file),
        replaces=_replaces(raw, file),
        is_cancelled=raw.text("STATUS").strip().upper() == "CANCELLED",
        sequence=_number(raw.text("SEQUENCE")),
        updated_at=_updated_at(raw, file),
    )


def _line(raw, name, longest):
    return plain.line(unescape_char(raw.text(name)), longest)


def _uid(raw, title):
    """Its own, cut so that no two become the same; made from what it is where it has none."""
    uid = plain.UNSEEN.sub("", raw.text("UID")).strip()
    if not uid:
        uid = f"{raw.text('DTSTART')} {title}"
        return sha256(uid.encode(errors="replace")).hexdigest()
    if len(uid) <= LONGEST_UID:
        return uid
    digest = sha256(uid.encode(errors="replace")).hexdigest()
    return f"{uid[: LONGEST_UID - len(digest)]}{digest}"


def _rule(raw, starts):
    line = raw.one("RRULE")
    return repeat(line.value, starts.wall, starts.zone) if line else None


def _replaces(raw, file):
    line = raw.one("RECURRENCE-ID")
    if line is None:
        return None
    if "RANGE" in line.params:
        raise UnreadableError  # "this and all following": a change that we cannot follow
    return _moment(line, line.value, file)


def _moments(raw, name, file):
    found = []
    for line in raw.lines.get(name, ()):
        values = line.value.split(",")
        if len(found) + len(values) > MOST_MOMENTS:
            raise UnreadableError
        found += [_moment(line, value.partition("/")[0], file) for value in values if value.strip()]
    return tuple(found)


def _moment(line, value, file):
    match = MOMENT.fullmatch(value.strip())
    if not match:
        raise UnreadableError
    year, month, day, hour, minute, second, utc = match.groups()
    try:
        on = date(int(year), int(month), int(day))
        at = time(int(hour or 0), int(minute or 0), min(int(second or 0), 59))
    except ValueError as fault:
        raise UnreadableError from fault
    if not EARLIEST <= on.year <= LATEST:
        raise UnreadableError
    if hour is None:
        return Moment(datetime.combine(on, time(0)), BERLIN, is_whole_day=True)
    name = str(line.params.get("TZID", file.floating))
    return Moment(datetime.combine(on, at), zones.UTC if utc else zones.zone(name, file.zones))


def _lasts(raw, starts, file):
    """As time on the wall: what goes from 18 to 20 o'clock does so on every date."""
    end, duration = raw.one("DTEND"), raw.text("DURATION").strip()
    if end:
        ends = _moment(end, end.value, file)
        wall = ends.wall if ends.zone == starts.zone else ends.instant.astimezone(starts.zone)
        lasts = wall.replace(tzinfo=None) - starts.wall
    elif duration:
        try:
            lasts = vDuration.from_ical(duration[:40])
        except ValueError as fault:
            raise UnreadableError from fault
    else:
        lasts = timedelta(0)
    if lasts > LONGEST:
        raise UnreadableError
    if starts.is_whole_day:
        return max(timedelta(days=lasts.days), A_DAY)
    return lasts if lasts > timedelta(0) else None


def _number(text):
    return int(text) if re.fullmatch("[0-9]{1,9}", text.strip()) else 0


def _updated_at(raw, file):
    line = raw.one("LAST-MODIFIED")
    try:
        return _moment(line, line.value, file).instant if line else None
    except UnreadableError:
        return None
