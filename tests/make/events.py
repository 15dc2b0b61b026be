"""Events and the calendar, with as little as they need."""

from datetime import date, datetime, time
from uuid import uuid4

from django.utils import timezone

from pages.events.models import (
    CalendarPage,
    Change,
    EventPage,
    LeftOutDay,
    Occurrence,
    OutsideCalendar,
    OutsideEvent,
    ScheduleLine,
)
from pages.events.occurrences import rebuild
from pages.events.wall import on_the_clock
from tests.make.services import audience, topic


def calendar(parent, title="Veranstaltungen", slug="veranstaltungen", **fields):
    """The published calendar, at /de/veranstaltungen/."""
    return parent.add_child(instance=CalendarPage(title=title, slug=slug, **fields))


def line(first_day="2026-12-03", starts="18:15", ends="20:00", frequency="once", **fields):
    """A single date or a series, from texts; `starts=None` for a whole day."""
    return ScheduleLine(
        first_day=date.fromisoformat(first_day),
        frequency=frequency,
        starts=starts and time.fromisoformat(starts),
        ends=ends and starts and time.fromisoformat(ends),
        **fields,
    )


def event(parent, title="Nähcafé", lines=None, left_out=(), audiences=(), topics=(), **fields):
    """A published event, on one Thursday evening if nothing else is said."""
    fields.setdefault("locale", parent.locale)
    made = EventPage(title=title, first_published_at=timezone.now(), **fields)
    made.lines = lines or [line()]
    for number, each in enumerate(made.lines.all()):
        each.sort_order = number
    made.left_out = [LeftOutDay(day=date.fromisoformat(day)) for day in left_out]
    parent.add_child(instance=made)
    made.audiences.set(map(audience, audiences))
    made.topics.set(map(topic, topics))
    made.save()
    return made


def change(page, original, **fields):
    """A change of the date that the schedule puts at `original`, written like "2026-12-03 18:15"."""
    for name in ("starts", "ends"):
        if isinstance(fields.get(name), str):
            fields[name] = at(fields[name])
    made = Change.objects.create(event=page.translation_key, original=at(original), **fields)
    rebuild(page)
    return made


def outside(title, starts, ends, of="Bezirk", **fields):
    """A date of somebody else's calendar, as it is after fetching."""
    theirs = OutsideCalendar.objects.get_or_create(name=of, url=f"https://{of.lower()}.example/termine.ics")[
        0
    ]
    made = OutsideEvent.objects.create(calendar=theirs, uid=str(uuid4()), title=title, **fields)
    begins, over = at(starts), at(ends)
    return Occurrence.objects.create(
        outside=made, event=uuid4(), original=begins, starts=begins, ends=over, until=over
    )


def at(text):
    """A moment, from what the clock on the wall shows: "2026-12-03 18:15"."""
    return on_the_clock(datetime.fromisoformat(text))
