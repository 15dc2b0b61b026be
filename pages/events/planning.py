"""From a schedule, free days, and changes of single dates: what takes place. No database, no clock.

Three steps, each a function: the rules give slots, free days take some away or close them, changes move,
cancel or fill single ones. A change never touches another date than its own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from pages.events.recurrence import MIDNIGHT, Frequency, Rule, Slot, slots

CANCELLED, POSTPONED, CLOSED, SCHEDULED = "cancelled", "postponed", "closed", "scheduled"
SHOW, SKIP = "show", "skip"


@dataclass(frozen=True)
class FreeDays:
    """Days with a reason not to meet: public holidays, school holidays, and the house's own closed days."""

    public: frozenset[date] = frozenset()
    school: tuple[tuple[date, date], ...] = ()
    closed: tuple[tuple[date, date, object], ...] = ()

    def is_school_free(self, day: date) -> bool:
        return any(first <= day <= last for first, last in self.school)

    def closure(self, day: date) -> tuple[date, date, object] | None:
        return next((each for each in self.closed if each[0] <= day <= each[1]), None)


@dataclass(frozen=True)
class Schedule:
    """What an editor entered; `on_closed_days` is "show", "skip" or "ignore"."""

    rules: tuple[Rule, ...]
    left_out: frozenset[date] = frozenset()
    skips_public_holidays: bool = False
    skips_school_holidays: bool = False
    on_closed_days: str = SHOW


@dataclass(frozen=True)
class Difference:
    """What differs for one date; times are on the wall."""

    is_cancelled: bool = False
    is_postponed: bool = False
    is_full: bool = False
    starts: datetime | None = None
    ends: datetime | None = None
    room: int | None = None
    reason: str = ""
    note: object = ""


@dataclass(frozen=True)
class Planned:
    """One date as it will be told. `original` is its name: where the schedule puts it."""

    original: datetime
    slot: Slot
    state: str = SCHEDULED
    is_full: bool = False
    is_moved: bool = False
    is_single: bool = False
    moved_to: datetime | None = None
    room: int | None = None
    reason: str = ""
    note: object = field(default="", compare=False)


def plan(
    schedule: Schedule,
    free: FreeDays,
    differences: Mapping[datetime, Difference],
    first: date,
    last: date,
) -> list[Planned]:
    """Each date whose original lies from `first` to `last`, in order; a postponed one stands in both."""

    def skips(day):
        return (
            (schedule.skips_public_holidays and day in free.public)
            or (schedule.skips_school_holidays and free.is_school_free(day))
            or (schedule.on_closed_days == SKIP and free.closure(day) is not None)
        )

    found = slots(schedule.rules, first, last, schedule.left_out, skips)
    planned = (_planned(slot, schedule, free) for slot in found)
    return sorted(
        (date for one in planned for date in changed(one, differences.get(one.original))),
        key=lambda one: (one.slot.starts, one.original),
    )


def changed(one: Planned, difference: Difference | None) -> Iterable[Planned]:
    """A date as a change leaves it: itself, or, where it was postponed, what was and what will be.

    One that was postponed and then cancelled is cancelled on the day on which people expect it by now.
    """
    if difference is None:
        return [one]
    one = replace(
        one,
        is_full=difference.is_full,
        room=difference.room or one.room,
        reason=difference.reason or one.reason,
        note=difference.note or one.note,
    )
    state = CANCELLED if difference.is_cancelled else SCHEDULED
    if difference.starts is None:
        here = CANCELLED if difference.is_cancelled else one.state
        return [replace(one, state=here)]
    whole_day = one.slot.whole_day and difference.starts.time() == MIDNIGHT
    ends = difference.ends
    if whole_day and ends is None:
        ends = difference.starts + (one.slot.ends - one.slot.starts)  # as many days as ever
    moved = replace(one.slot, starts=difference.starts, ends=ends, whole_day=whole_day)
    is_moved = (moved.starts, moved.ends) != (one.slot.starts, one.slot.ends)
    there = replace(one, slot=moved, state=state, is_moved=is_moved)
    return (
        [replace(one, state=POSTPONED, moved_to=moved.starts), there] if difference.is_postponed else [there]
    )


def _planned(slot, schedule, free):
    rule = schedule.rules[slot.rule]
    one = Planned(slot.starts, slot, is_single=rule.frequency is Frequency.ONCE)
    closure = free.closure(slot.starts.date()) if schedule.on_closed_days == SHOW else None
    return replace(one, state=CLOSED, note=closure[2]) if closure else one
