"""Dates as they were told, and as they are: what has changed between the two."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.db.models import Q

from pages.events.choices import State
from pages.events.models import Occurrence

CANCELLED, MOVED, ROOM, RESTORED = "cancelled", "moved", "room", "restored"


@dataclass(frozen=True)
class Fact:
    """What one has to know to be there."""

    state: str
    starts: datetime
    ends: datetime | None
    room: int | None

    @classmethod
    def of(cls, row):
        """Of a date, or of what was told of one."""
        return cls(row.state, row.starts, row.ends, row.room_id)

    @property
    def takes_place(self):
        return self.state == State.SCHEDULED

    @property
    def mark(self):
        return sha256(repr(self.stable).encode()).hexdigest()

    @property
    def stable(self):
        """The same in whatever zone a moment is written."""
        return self.state, self.starts.timestamp(), self.ends and self.ends.timestamp(), self.room


def difference(told: Fact, now: Fact) -> str:
    """What has become of it, in one word; empty if it is still so."""
    if told.takes_place and not now.takes_place:
        return CANCELLED
    if now.takes_place and not told.takes_place:
        return RESTORED
    if not now.takes_place:
        return ""
    if (told.starts, told.ends) != (now.starts, now.ends):
        return MOVED
    return ROOM if told.room != now.room else ""


def rows_of(names, dates=None) -> dict:
    """Where these dates are now, by (event, original). One that was put off is where it was put off to."""
    events = {event for event, _original in names}
    originals = {original for _event, original in names}
    rows = (Occurrence.objects.all() if dates is None else dates).filter(
        Q(event__in=events) & Q(original__in=originals)
    )
    found = defaultdict(list)
    for row in rows:
        found[row.event, row.original].append(row)
    return {
        name: min(rows, key=lambda row: row.state == State.POSTPONED)
        for name, rows in found.items()
        if name in names
    }
