"""What becomes of single dates of the programme, and the calendars of others that hang beside it."""

import re
from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.dateparse import parse_time

from pages.events.models import Change, EventPage, OutsideCalendar, OutsideEvent
from pages.events.occurrences import HORIZON, free_days
from pages.events.outside.keeping import keep
from pages.events.outside.reading import Date, Event, Reading
from pages.events.planning import SCHEDULED, plan
from pages.events.recurrence import Rule, slot_on
from pages.events.wall import on_the_clock
from quartier.demo.notation.days import day
from quartier.demo.notation.faults import Fault, at, listed, take
from quartier.demo.notation.files import read

NTH = re.compile(r"(\d+)(?:st|nd|rd|th)")
NEXT_WEEK = "next week"
TOLD = ["uid", "title", "description", "location", "url", "language"]
A_WEEK = timedelta(weeks=1)


def note_changes(page, changes, filler, user):
    """Write down what differs for single dates of an event, before it is published with them."""
    if changes and not isinstance(page, EventPage):
        raise Fault("only an event has dates that can change")
    planned = _planned(page, filler.today) if changes else []
    for number, change in enumerate(listed(changes), 1):
        with at(f"{number}."):
            values = dict(change)
            date = _chosen(take(values, "date"), planned, filler.today)
            values |= _moved(date, values, filler.today)
            made = Change(event=page.translation_key, original=on_the_clock(date.original), made_by=user)
            filler.fill(made, values, leave=["made_by"]).save()


def _planned(page, today):
    """The dates from tomorrow on that take place, were nothing to change."""
    first, last = today + timedelta(days=1), today + HORIZON
    dates = plan(page.schedule, free_days(first, last, page.get_site()), {}, first, last)
    return [one for one in dates if one.state == SCHEDULED]


def _chosen(name, planned, today):
    """The date that is called "3rd" (from tomorrow on), "next week" (the first one there) or by its day."""
    if nth := NTH.fullmatch(name):
        found = planned[int(nth[1]) - 1 :]
    elif name == NEXT_WEEK:
        monday = day("monday+1w", today)
        found = [one for one in planned if monday <= one.original.date() < monday + A_WEEK]
    else:
        found = [one for one in planned if str(one.original.date()) == str(day(name, today))]
    if not found:
        raise Fault(f"there is no such date: {name}", "date")
    return found[0]


def _moved(date, values, today):
    """The moments of "postponed_to: [day, from, until]", or of another "starts" and "ends" on its own day."""
    if "postponed_to" in values:
        there, *times = listed(values.pop("postponed_to"))
        return {"is_postponed": True, **_moments(day(there, today), times)}
    if "starts" in values:
        times = [values.pop("starts"), values.pop("ends", None)]
        return _moments(date.original.date(), times)
    return {}


def _moments(there, times):
    names = ("starts", "ends")
    return {name: _moment(there, each) for name, each in zip(names, times, strict=False) if each}


def _moment(there, clock):
    return on_the_clock(datetime.combine(there, parse_time(clock) or time(0)))


def hang_up_calendars(folder, filler):
    """The calendars of calendars.yaml, with the dates that a visit to their address would have brought."""
    now = timezone.now()
    for values in read(folder / "calendars.yaml", list):
        with at("calendars.yaml", values.get("name")):
            events = listed(take(values, "events"))
            calendar = filler.fill(OutsideCalendar(), values)
            calendar.save()
            keep(calendar, Reading(tuple(_events(calendar, events, filler)), unreadable=0), "", now)


def _events(calendar, events, filler):
    for number, values in enumerate(events, 1):
        with at("events", f"{number}."):
            dates = tuple(_date(date, filler.today) for date in listed(take(values, "dates")))
            event = filler.fill(OutsideEvent(calendar=calendar), values, leave=["calendar", "updated_at"])
            yield Event(**{name: getattr(event, name) for name in TOLD}, updated_at=None, dates=dates)


def _date(written, today):
    there, *times = written
    starts, ends = [*map(parse_time, times), None, None][:2]
    slot = slot_on(Rule(day(there, today), starts=starts, ends=ends), day(there, today))
    moment = on_the_clock(slot.starts)
    return Date(moment, moment, slot.ends and on_the_clock(slot.ends), is_whole_day=slot.whole_day)
