"""The facts of an event as lines: a sign, a plain label, and what is so."""

from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blocks.goal import goal
from pages.centre import spoken as clock
from pages.centre.models import Centre
from pages.easy.language import is_easy
from pages.events import spoken, telling
from pages.events.choices import State, Weather
from pages.events.dates import Dates
from pages.glance import Line
from pages.offers import easy as easily
from pages.offers import glance as shared
from pages.offers.spoken import told


@dataclass(frozen=True)
class Spot:
    """Where a date takes place, and what there is to say about getting in there."""

    room: object
    place: object
    access_note: object


def at_a_glance(event, facts, centre: Centre, dates: Dates) -> list[Line]:
    """All that is known of an event, or of one of its dates, as one would tell it on the phone.

    `event` is the page that is read, `facts` the one whose facts hold.
    """
    today, spot = spoken.local(dates.now).date(), _spot(facts, dates.shown)
    lines = [
        _when(facts, dates, today),
        _where(facts, spot),
        _online(facts),
        shared.access(spot),
        _registration(facts, centre, dates, today),
        shared.contact(facts, centre),
        shared.cost(facts),
        shared.for_whom(facts),
        shared.languages(facts),
        shared.help_on_site(facts),
        shared.bring_along(event),
        _weather(facts),
        _belongs_to(facts),
        shared.run_by(facts, centre),
    ]
    told = [line for line in lines if line]
    return easily.arranged(told) if is_easy() else told


def _spot(facts, occurrence):
    at = occurrence or facts
    elsewhere = occurrence and occurrence.room_id != facts.room_id
    return Spot(at.room, at.place, None if elsewhere else facts.access_note)


def _when(facts, dates, today):
    if dates.date:
        series = [] if dates.date.is_single else telling.series_going_on(facts, dates, today)
        words = [telling.when(dates.date, dates.now)]
        more = [format_html(_("One of several: {dates}"), dates=one) for one in series[:1]]
    else:
        words, more = telling.rhythms(facts, dates, today), telling.exceptions(facts, today)
        more += _next(dates, today)
    if doors := telling.doors(facts, dates.shown):
        words.append(format_html(_("Doors open at {time}"), time=clock.oclock(doors)))
    words = words or [_("No further dates are fixed at the moment.")]
    return Line("calendar", _("When"), tuple(words), more=tuple(more))


def _next(dates, today):
    """The first date that takes place; the only one has been told already."""
    one = dates.taking_place
    if dates.only or not one or all(each.is_single for each in dates.coming[: telling.FEW]):
        return []
    return [format_html(_("Next date: {when}"), when=spoken.when(one, today))]


def _where(facts, spot):
    line = shared.where(spot)
    if not facts.meeting_point:
        return line
    words = format_html(_("Meeting point: {place}"), place=told(facts.meeting_point))
    return replace(line, words=(words, *line.words)) if line else Line("pin", _("Where"), (words,))


def _online(facts):
    if not (facts.is_online or facts.online_link):
        return None
    words = _("You can take part online, too.") if facts.room or facts.place else _("It takes place online.")
    host = facts.online_link and urlsplit(facts.online_link).hostname
    return Line("external", _("Online"), (words,), url=facts.online_link, title=host or facts.online_link)


def _registration(facts, centre, dates, today):
    line = shared.registration(facts, centre)
    if not line:
        return None
    more = list(line.more)
    if facts.seats:
        more.append(ngettext("%(number)d place", "%(number)d places", facts.seats) % {"number": facts.seats})
    until = tuple(_until(facts, dates, today))
    return replace(line, more=(*more, *until))


def _until(facts, dates, today):
    """Until when one can register for the date that the page is about, else for the next one."""
    one = dates.shown or dates.taking_place
    is_ahead = one and one.until > dates.now and one.state == State.SCHEDULED
    last = telling.deadline(facts, one) if is_ahead else None
    if not last:
        return
    if last < today:
        yield format_html(_("Registration ended on {day}."), day=spoken.limit(last, today))
    elif dates.shown:
        yield format_html(_("Please register by {day}."), day=spoken.limit(last, today))
    else:
        yield format_html(_("For the next date: by {day}."), day=spoken.limit(last, today))


def _weather(facts):
    words = {
        Weather.ANYWAY: _("It takes place in any weather."),
        Weather.INDOORS: _("Then it takes place indoors."),
        Weather.CANCELS: _("Then it is cancelled."),
    }
    if facts.weather not in words:
        return None
    return Line("umbrella", _("If it rains"), (words[facts.weather],))


def _belongs_to(facts):
    service = goal(facts.service)
    return Line("heart", _("Part of"), **shared.link(service)) if service else None
