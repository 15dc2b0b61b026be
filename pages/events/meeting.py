"""Two events in one room at the same time: said to whoever enters the second, and never forbidden."""

from django.utils.translation import gettext as _

from pages.events import spoken
from pages.events.listing import open_dates, told
from pages.events.models import Occurrence
from pages.events.wall import on_the_clock
from pages.places.models import Room
from pages.wording import plain

LOOKED_AT = 60
"""Dates ahead, at the most."""


def clashes(room: Room | None, spans, event=None, today=None) -> list[str]:
    """What else is in a room, for spans of moments (start, end); of one event one is enough to say.

    Only events that everybody may know of are named, so this tells nobody more than the calendar does.
    """
    spans = [(starts, ends) for starts, ends in spans if ends][:LOOKED_AT]
    if room is None or not spans:
        return []
    near = open_dates().taking_place().filter(room=room, page__isnull=False)
    near = near.between(min(start for start, _end in spans), max(end for _start, end in spans))
    found = {}
    for date in told(near.exclude(event=event) if event else near):
        if any(date.starts < end and start < date.until for start, end in spans):
            found.setdefault(date.event, date)
    return [_said(room, date, today) for date in found.values()]


def _said(room, date: Occurrence, today):
    return _("%(room)s: “%(title)s” is there at the same time, %(when)s.") % {
        "room": room,
        "title": date.title,
        "when": plain(spoken.when(date, today)),
    }


def span_of(slot):
    """A slot on the clock of the world."""
    return on_the_clock(slot.starts), slot.ends and on_the_clock(slot.ends)
