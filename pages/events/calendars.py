"""Dates as a calendar file (RFC 5545, RFC 7986). Values in, lines out: no database, no request, no clock.

The dates are the truth, the rules only make them short: a series is written as RRULE from its first date to
its last, every day on which there is none as EXDATE, every date that differs with a RECURRENCE-ID. What fits
no rule stands alone. So whoever expands the file gets these dates and no others, also where people mean
something else than the standard (see `recurrence`), and also after a series was entered anew.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from pages.events import contentlines as lines
from pages.events.recurrence import Frequency, Rule, candidates, slot_on
from pages.events.vevent import Said, rrule, vevent, when
from pages.events.wall import BERLIN, comes_twice, on_the_clock, on_the_wall

UNSAFE = (time(2), time(3))
"""Between these times the clock on the wall jumps, and programs disagree on what a rule means there."""


@dataclass(frozen=True, slots=True)
class Date:
    """One date. `told` is all that is said of it beside its time: dates of which the same is said are equal.

    `is_left` stands for the place that a postponed date has left.
    """

    original: datetime
    starts: datetime
    ends: datetime | None = None
    is_whole_day: bool = False
    is_usual: bool = True
    is_left: bool = False
    told: Hashable = None
    row: object = None


@dataclass(frozen=True)
class Event:
    """An event with its dates. `say` is asked for words: of a date, or of the series that it stands for."""

    key: str
    host: str
    dates: tuple[Date, ...]
    changed: datetime
    say: Callable[[Date, bool], Said]
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True)
class About:
    """The calendar as a whole; `refresh` is how often one should ask again."""

    name: str
    description: str = ""
    url: str = ""
    source: str = ""
    colour: str = ""
    colour_name: str = ""
    refresh: timedelta = timedelta(hours=6)


def calendar(about: About, events: Iterable[Event]) -> Iterator[bytes]:
    """The file in pieces."""
    yield from map(lines.folded, _head(about))
    for event in events:
        yield b"".join(map(lines.folded, components(event)))
    yield b"END:VCALENDAR\r\n"


def _head(about):
    again = f"PT{about.refresh // timedelta(hours=1)}H"
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Quartier//Calendar//EN", "CALSCALE:GREGORIAN")
    yield lines.text("NAME", about.name)
    yield lines.text("X-WR-CALNAME", about.name)
    if about.description:
        yield lines.text("DESCRIPTION", about.description)
        yield lines.text("X-WR-CALDESC", about.description)
    yield "X-WR-TIMEZONE:Europe/Berlin"
    yield f"REFRESH-INTERVAL;VALUE=DURATION:{again}"
    yield f"X-PUBLISHED-TTL:{again}"
    if about.colour:
        yield f"COLOR:{about.colour_name}"
        yield f"X-APPLE-CALENDAR-COLOR:{about.colour}"
    if about.url:
        yield lines.uri("URL", about.url)
    if about.source:
        yield lines.uri("SOURCE;VALUE=URI", about.source)
    yield from lines.ZONE.splitlines()


def components(event: Event) -> Iterator[str]:
    """The lines of an event: a component for each series and for each date that differs or stands alone."""
    left = {date.original: date for date in event.dates if not date.is_left}
    last = max((moment.astimezone(BERLIN).date() for moment in left), default=None)
    own, series = None, set()
    for number, rule in enumerate(event.rules if left else ()):
        moments = _moments(rule, last)
        found = [left.pop(moment) for moment in moments if moment in left]
        begins = next((place for place, date in enumerate(found) if _is_even(rule, date)), len(found))
        if len(found) - begins > 1:
            left.update((date.original, date) for date in found[:begins])
            firsts = (moments[0], *(date.original for date in found[begins:])) if number else (None,)
            names = (_name(event, first) for first in firsts if first not in left)
            name = next(name for name in names if name not in series)
            series.add(name)
            yield from _series(event, rule, name, found[begins:], moments)
            continue
        left.update((date.original, date) for date in found)
        if number == 0 and len(found) == 1:
            own = found[0].original
    for date in left.values():
        yield from _alone(event, date, _name(event, None if date.original == own else date.original))
    for date in event.dates:
        if date.is_left:
            yield from _alone(event, date, _name(event, date.original, "-left"))


def _name(event, original=None, what=""):
    """The UID: that of the event for its first line, else with the moment of the first date."""
    moment = f"-{lines.utc(original)}" if original else ""
    return f"{event.key}{moment}{what}@{event.host}"


def _moments(rule, last):
    days = [rule.first_day] if rule.frequency is Frequency.ONCE else candidates(rule, last)
    return [on_the_clock(slot_on(rule, day).starts) for day in days]


def _is_even(rule, date):
    """Whether a series may begin here: its first date tells programs how long all others take."""
    if rule.starts is None:
        return True
    slot = slot_on(rule, date.original.astimezone(BERLIN).date())
    ends = slot.ends and on_the_clock(slot.ends)
    wall, truth, is_unclear = _length(date.original, ends, False) if ends else (0, 0, False)
    return wall == truth and not is_unclear and not UNSAFE[0] <= rule.starts < UNSAFE[1]


def _series(event, rule, name, dates, moments):
    first, last = dates[0].original, dates[-1].original
    usual = _usual(dates)
    slot = slot_on(rule, first.astimezone(BERLIN).date())
    ends = slot.ends and on_the_clock(slot.ends)
    there = {date.original for date in dates}
    free = [moment for moment in moments if first <= moment <= last and moment not in there]
    yield from vevent(
        *(name, event.changed, event.say(usual, True), first, ends, slot.whole_day),
        (rrule(rule, last), *(when("EXDATE", moment, slot.whole_day) for moment in free)),
    )
    length = ends and _length(first, ends, slot.whole_day)
    for date in dates:
        is_same = (date.starts, date.told, date.is_whole_day) == (date.original, usual.told, slot.whole_day)
        if not is_same or (date.ends and _length(date.starts, date.ends, slot.whole_day)) != length:
            identity = when("RECURRENCE-ID", date.original, slot.whole_day)
            yield from _alone(event, date, name, identity)


def _usual(dates):
    """A date that stands for most of them."""
    told = Counter(date.told for date in dates if date.is_usual) or Counter(date.told for date in dates)
    kind = told.most_common(1)[0][0]
    return next(date for date in dates if date.told == kind)


def _length(starts, ends, in_days):
    """On the wall and in truth: in a night on which the clock changes these differ, and programs do, too."""
    walls = [on_the_wall(moment) for moment in (starts, ends)]
    wall = (walls[1] - walls[0]).total_seconds()
    if in_days:
        return wall, wall, False
    return wall, ends.timestamp() - starts.timestamp(), walls[1].hour == 2 and comes_twice(walls[1])


def _alone(event, date, name, *more):
    said = event.say(date, False)
    yield from vevent(name, event.changed, said, date.starts, date.ends, date.is_whole_day, more)
