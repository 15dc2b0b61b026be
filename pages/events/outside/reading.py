"""From the bytes of somebody else's calendar to plain events with dates. No database, no clock."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from pages.events.outside.components import take_apart
from pages.events.outside.entries import Entry, Moment, entry, is_hidden
from pages.events.outside.plain import cut
from pages.events.outside.repeating import Looks, moments
from pages.events.outside.trouble import Fault, TroubleError, UnreadableError

MOST_DATES = 20_000
NOTHING = timedelta(0)
MARGIN = timedelta(days=1)
"""Between the clock of the house and any other on earth."""


@dataclass(frozen=True)
class Date:
    """One date, in aware moments. `original` is where the series puts it; without `ends` it is open."""

    original: datetime
    starts: datetime
    ends: datetime | None
    is_whole_day: bool = False
    is_cancelled: bool = False
    is_moved: bool = False
    is_single: bool = True


@dataclass(frozen=True)
class Event:
    """An event as its source tells of it, in texts that are safe to show."""

    uid: str
    title: str
    description: str
    location: str
    url: str
    language: str
    updated_at: datetime | None
    dates: tuple[Date, ...]


@dataclass(frozen=True)
class Reading:
    """All events with dates in the time asked for, and how many could not be understood."""

    events: tuple[Event, ...]
    unreadable: int


def read(data: bytes, first: datetime, last: datetime) -> Reading:
    """Everything that is going on from `first` until before `last`. Raises TroubleError."""
    groups, numbers = entries(data)
    looks, events, dates, unreadable = Looks(), [], 0, len(numbers)
    for group in groups.values():
        try:
            found = [event for event in _events(group, first, last, looks) if event.dates]
        except UnreadableError:
            unreadable += 1
            continue
        events += found
        dates += sum(len(event.dates) for event in found)
        if dates > MOST_DATES:
            raise TroubleError(Fault.TOO_MUCH)
    return Reading(tuple(events), unreadable)


def entries(data: bytes) -> tuple[dict[str, list[Entry]], list[int]]:
    """What all VEVENTs say, by UID, and in which lines one begins that says nothing that we understand."""
    file, groups, unreadable = take_apart(data), defaultdict(list), []
    for raw in file.events:
        if is_hidden(raw):
            continue
        try:
            one = entry(raw, file)
        except UnreadableError:
            unreadable.append(raw.number)
        else:
            groups[one.uid].append(one)
    return groups, unreadable


def sorted_out(group: Iterable[Entry]) -> tuple[Entry | None, dict[datetime, Entry]]:
    """The event itself and its changed dates, each in its newest version."""
    main, changed = None, {}
    for one in group:
        if one.replaces is None:
            main = one if main is None or one.sequence >= main.sequence else main
        else:
            known = changed.get(one.replaces.instant)
            if known is None or one.sequence >= known.sequence:
                changed[one.replaces.instant] = one
    return main, changed


def _events(group, first, last, looks):
    """One event; a changed date that says something else than the others is an event of its own."""
    main, changed = sorted_out(group)
    apart = {at: one for at, one in changed.items() if main is None or _tells_another_story(one, main)}
    if main:
        dates = {at: date for at, date in planned(main, first, last, looks) if at not in apart}
        others = {at: one for at, one in changed.items() if at not in apart}
        yield _event(main, main.uid, changed_dates(main, dates, others), first, last)
    for at, one in apart.items():
        uid = f"{cut(one.uid, 230)} {at:%Y%m%dT%H%M%SZ}"
        yield _event(one, uid, {at: _changed(one, main)}, first, last)


def planned(main: Entry, first: datetime, last: datetime, looks: Looks):
    """The dates of an event by its rule, before single ones were changed, each with its original moment."""
    left_out = {each.instant for each in main.left_out if not each.is_whole_day or main.starts.is_whole_day}
    days_left_out = {each.wall.date() for each in main.left_out if each.is_whole_day}
    for moment in _starts(main, first, last, looks):
        if moment.instant not in left_out and moment.wall.date() not in days_left_out:
            yield moment.instant, _date(main, moment)


def changed_dates(main: Entry, dates: Mapping[datetime, Date], changed: Mapping[datetime, Entry]):
    """The dates of an event, by their original moments, after single ones were changed."""
    return {**dates, **{at: _changed(one, main) for at, one in changed.items()}}


def _starts(main, first, last, looks):
    yield main.starts
    yield from main.added
    if main.rule:
        zone, lasts = main.starts.zone, main.lasts or NOTHING
        since = first.astimezone(zone).replace(tzinfo=None) - lasts - MARGIN
        until = last.astimezone(zone).replace(tzinfo=None) + MARGIN
        for wall in moments(main.rule, main.starts.wall, since, until, looks):
            yield replace(main.starts, wall=wall)


def _date(one, moment):
    ends = None if one.lasts is None else Moment(moment.wall + one.lasts, moment.zone).instant
    return Date(
        original=moment.instant,
        starts=moment.instant,
        ends=ends,
        is_whole_day=moment.is_whole_day,
        is_cancelled=one.is_cancelled,
        is_single=one.rule is None,
    )


def _changed(one, main):
    """The date that a change makes of the one that it replaces."""
    moved = one.starts.instant != one.replaces.instant
    cancelled = one.is_cancelled or (main is not None and main.is_cancelled)
    date = _date(one, one.starts)
    return replace(
        date, original=one.replaces.instant, is_moved=moved, is_cancelled=cancelled, is_single=False
    )


def _tells_another_story(one, main):
    return (one.title, one.location) != (main.title, main.location)


def _event(one, uid, dates, first, last):
    shown = (date for date in dates.values() if date.starts < last and (date.ends or date.starts) >= first)
    return Event(
        uid=uid,
        title=one.title,
        description=one.description,
        location=one.location,
        url=one.url,
        language=one.language,
        updated_at=one.updated_at,
        dates=tuple(sorted(shown, key=lambda date: (date.starts, date.original))),
    )
