"""One date in the reader's words: when it is, where, and what has become of it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.formats import time_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from pages.centre import spoken
from pages.events.choices import Reason, State
from pages.events.recurrence import MIDNIGHT
from pages.events.wall import BERLIN, LONGEST_NIGHT
from pages.offers import spoken as offered
from pages.phrasing import dated, labelled, listed
from pages.wording import marked

A_MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True)
class Status:
    """What has become of a date: the sign, its name in style sheets, and the words, never by colour alone."""

    kind: str
    sign: str
    words: str


def local(moment: datetime) -> datetime:
    """A moment on the clock of the house."""
    return moment.astimezone(BERLIN)


def last_day(occurrence) -> date:
    """The last day on which it goes on."""
    if occurrence.ends is None or occurrence.ends - occurrence.starts < LONGEST_NIGHT:
        return local(occurrence.starts).date()
    return local(occurrence.ends - A_MOMENT).date()


def day(at: date, today: date):
    """`Donnerstag, 14. Mai`; the year only where it is not this one."""
    return _time(at, _("l, F j") if at.year == today.year else _("l, F j, Y"))


def limit(at: date, today: date):
    """A day behind "from" or "until": a language that declines weekdays may leave the weekday out."""
    if at.year == today.year:
        return _time(at, pgettext("a day behind “from” or “until”", "l, F j"))
    return _time(at, pgettext("a day behind “from” or “until”", "l, F j, Y"))


def _time(at, pattern):
    return format_html('<time datetime="{}">{}</time>', at.isoformat(), dated(at, pattern))


def days(occurrence, today: date):
    """`Donnerstag, 14. Mai`, or from the first to the last day."""
    first, last = local(occurrence.starts).date(), last_day(occurrence)
    if first == last:
        return day(first, today)
    words = pgettext("days with their names", "{first} to {last}")
    return format_html(words, first=day(first, today), last=day(last, today))


def clock(occurrence):
    """`18:15–20 Uhr`, `ab 18:15 Uhr`, or that it takes the whole day."""
    if occurrence.is_whole_day:
        return pgettext("time of an event", "all day")
    starts = local(occurrence.starts)
    if occurrence.ends is None or occurrence.ends <= occurrence.starts:
        return since(starts.time())
    return spoken.span((starts.time(), local(occurrence.ends).time()))


def since(at):
    """`ab 18:15 Uhr`."""
    return format_html(pgettext("time of an event", "from {time}"), time=spoken.oclock(at))


def up_to(at):
    """`bis 20 Uhr`."""
    words = pgettext("time of an event", "until {time}")
    return format_html(words, time=spoken.oclock(at, closes=True))


def on_the_board(occurrence, on: date):
    """What stands large on the board of a day: `18:15`, or since when it goes on: `seit 14.5.`"""
    starts = local(occurrence.starts)
    if starts.date() < on:
        return format_html(_("since {date}"), date=dated(starts, pgettext("short day", "M j")))
    if occurrence.is_whole_day:
        return pgettext("time of an event", "all day")
    at = time_format(starts.time(), pgettext("time", "H:i"))
    return format_html('<time datetime="{}">{}</time>', f"{starts:%H:%M}", at)


def lasts(occurrence, today: date):
    """`bis 20 Uhr`, with the day where it is another one; nothing where the end is open or clear."""
    first, last = local(occurrence.starts).date(), last_day(occurrence)
    if first != last:
        return format_html(pgettext("last day of an event", "until {day}"), day=limit(last, today))
    if occurrence.is_whole_day or occurrence.ends is None or occurrence.ends <= occurrence.starts:
        return ""
    return up_to(local(occurrence.ends).time())


def clock_on(occurrence, at: date):
    """The clock as it is on one of its days: what takes several begins on the first and ends on the last."""
    first, last = local(occurrence.starts).date(), last_day(occurrence)
    if first == last or occurrence.is_whole_day:
        return clock(occurrence)
    if at == first:
        return since(local(occurrence.starts).time())
    if at == last:
        return up_to(local(occurrence.ends).time())
    return pgettext("time of an event", "all day")


def begins(occurrence, at: date):
    """`18:15 Uhr`, for where there is little room; empty for a whole day and for what began on another."""
    starts = local(occurrence.starts)
    if occurrence.is_whole_day or starts.date() != at:
        return ""
    return pgettext("time in a small box", "{time}").format(time=spoken.clock(starts.time()))


def in_a_word(occurrence, on: date, now: datetime):
    """`fällt aus`, `verschoben`, `ausgebucht`, today also `läuft gerade`: for where there is little room."""
    if occurrence.state == State.POSTPONED:
        return pgettext("state of a date", "postponed")
    if occurrence.state != State.SCHEDULED:
        return pgettext("state of a date", "cancelled")
    if local(now).date() == on and occurrence.starts <= now < occurrence.until:
        return pgettext("state of a date", "now")
    return pgettext("state of a date", "fully booked") if occurrence.is_full else ""


def when(occurrence, today: date):
    """`Donnerstag, 14. Mai, 18:15–20 Uhr`."""
    if occurrence.is_whole_day:
        return days(occurrence, today)
    return listed([days(occurrence, today), clock(occurrence)])


def where(occurrence):
    """`Saal, Erdgeschoss`, or the name of a place; for a date of others what its source says."""
    if occurrence.outside:
        return occurrence.outside.location
    return offered.where(occurrence)


def statuses(occurrence, now: datetime) -> list[Status]:
    """What one has to know before one sets out; nothing for a date that takes place as planned."""
    return list(_statuses(occurrence, now))


def _statuses(occurrence, now):
    if occurrence.state == State.CANCELLED:
        yield Status("cancelled", "close", pgettext("state of a date", "cancelled"))
    elif occurrence.state == State.CLOSED:
        yield Status("cancelled", "close", _("cancelled: the house is closed"))
    elif occurrence.state == State.POSTPONED:
        to = when_moment(occurrence.moved_to, local(now).date())
        yield Status("postponed", "calendar", format_html(_("postponed to {when}"), when=to))
    else:
        yield from _taking_place(occurrence, now)


def _taking_place(occurrence, now):
    if occurrence.starts <= now < occurrence.until:
        yield Status("running", "clock", pgettext("state of a date", "now"))
    if occurrence.is_full:
        yield Status("full", "users", pgettext("state of a date", "fully booked"))
    if occurrence.is_moved and occurrence.starts != occurrence.original:
        before = when_moment(occurrence.original, local(now).date())
        yield Status("moved", "info", format_html(_("moved, was {when}"), when=before))
    elif occurrence.is_moved and not occurrence.has_other_room:
        yield Status("moved", "info", format_html(_("this time {clock}"), clock=clock(occurrence)))
    if occurrence.has_other_room:
        yield Status("moved", "info", _("in another room this time"))


def when_moment(moment: datetime, today: date):
    """`Freitag, 15. Mai, 17 Uhr`."""
    there = local(moment)
    if there.time() == MIDNIGHT:
        return day(there.date(), today)
    return listed([day(there.date(), today), spoken.oclock(there.time())])


def reason(occurrence):
    """Why, from the list and in the words of the house; empty where nobody said."""
    note = occurrence.reason_note
    words = Reason(occurrence.reason).label if occurrence.reason not in (Reason.NONE, Reason.OTHER) else ""
    told = marked(note.text, note.language) if note else ""
    return labelled(words, told) if words and told else words or told
