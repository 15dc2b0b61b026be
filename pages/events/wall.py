"""From the clock on the wall to the world's clock, right through both changes of the year. No database."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")
AN_HOUR = timedelta(hours=1)

LONGEST_NIGHT = timedelta(hours=18)
"""An end before the beginning is the next morning, unless that were later than this."""


def on_the_clock(wall: datetime, zone: ZoneInfo = BERLIN) -> datetime:
    """The moment, with its zone, at which the clock on the wall shows a time (RFC 5545, section 3.3.5).

    02:30 on the night in spring does not exist: it becomes 03:30, as long after midnight as it was meant. On
    the night in autumn it comes twice: the first time counts.
    """
    there = wall.replace(tzinfo=zone, fold=0)
    back = there.astimezone(UTC).astimezone(zone)
    return back if exists(wall, zone) else back.replace(fold=0)


def on_the_wall(moment: datetime | None, zone: ZoneInfo = BERLIN) -> datetime | None:
    """The time on the clock of the house at a moment; None stays None."""
    return moment and moment.astimezone(zone).replace(tzinfo=None)


def exists(wall: datetime, zone: ZoneInfo = BERLIN) -> bool:
    """Whether the clock on the wall ever shows this time."""
    there = wall.replace(tzinfo=zone, fold=0)
    return there.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == wall


def comes_twice(wall: datetime, zone: ZoneInfo = BERLIN) -> bool:
    """Whether the clock on the wall shows this time twice."""
    first, second = wall.replace(tzinfo=zone, fold=0), wall.replace(tzinfo=zone, fold=1)
    return exists(wall, zone) and first.utcoffset() != second.utcoffset()


def is_backwards(starts: time, ends: time) -> bool:
    """Whether an end on the same clock can only be a slip, and is no night."""
    length = datetime.combine(date.min, ends) - datetime.combine(date.min, starts)
    return length <= timedelta(0) and length + timedelta(days=1) > LONGEST_NIGHT
