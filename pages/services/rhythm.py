"""The week of a service: which days go together, and which parts of a day a time touches. No framework."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from pages.centre.opening import MIDNIGHT, Interval, Notice, Special, Timetable, Weekly

PARTS_OF_DAY = {
    "vormittag": (MIDNIGHT, time(12)),
    "nachmittag": (time(12), time(17)),
    "abend": (time(17), MIDNIGHT),
}
"""From and until, as people mean it; by the word that stands in addresses."""

AHEAD = 42
"""How many days ahead a cancelled day is told."""


@dataclass(frozen=True)
class Rhythm:
    """Days of the week (Monday is 1) with the same times and the same note."""

    days: tuple[int, ...]
    intervals: tuple[Interval, ...]
    note: object = ""


def rhythms(times: Iterable[tuple[Weekly, object]]) -> list[Rhythm]:
    """Days with the same times taken together; times with another note are kept apart."""
    noted: list[tuple[object, list[Weekly]]] = []
    for weekly, note in times:
        same = next((known for told, known in noted if told == note), None)
        if same is None:
            noted.append((note, [weekly]))
        else:
            same.append(weekly)
    found = [one for note, weekly in noted for one in _together(weekly, note)]
    return sorted(found, key=lambda one: (one.days[0], one.intervals[0]))


def _together(weekly: list[Weekly], note: object) -> Iterator[Rhythm]:
    days: dict[tuple[Interval, ...], list[int]] = {}
    for row in Timetable(tuple(weekly)).week():
        if row.intervals:
            days.setdefault(row.intervals, []).extend(range(row.first, row.last + 1))
    for intervals, together in days.items():
        yield Rhythm(tuple(together), intervals, note)


def parts_of(starts: time, ends: time) -> list[str]:
    """The parts of the day that a time touches: 15–18 o'clock is in the afternoon and in the evening."""
    return [
        part
        for part, (begins, over) in PARTS_OF_DAY.items()
        if (over == MIDNIGHT or starts < over) and (ends == MIDNIGHT or ends > begins)
    ]


def cancelled(weekly: Iterable[Weekly], closures: Iterable[Special], today: date) -> list[Notice]:
    """The closures of the next weeks that fall on a day on which it would take place."""
    days = {one.weekday for one in weekly}
    coming = Timetable(closures=tuple(closures)).upcoming(today, AHEAD)
    return [one for one in coming if days & _weekdays(max(today, one.first_day), one.last_day)]


def _weekdays(first: date, last: date) -> set[int]:
    length = min((last - first).days, 6)
    return {(first + timedelta(number)).isoweekday() for number in range(length + 1)}
