"""Chosen pages as a mail tells of them: when, where, what it costs, and a link, in the reader's language."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pages.announcements.choices import Kind
from pages.announcements.spoken import on_paper
from pages.easy.language import is_easy
from pages.events import spoken
from pages.events.choices import State
from pages.newsletters.composing.addresses import complete
from pages.newsletters.composing.letter import Entry, Link, Tile, When
from pages.newsletters.entries import FEW
from pages.newsletters.kinds import ANNOUNCEMENTS, EVENTS, SERVICES
from pages.offers import easy as offered_easily
from pages.offers import spoken as offered
from pages.phrasing import because, capital, labelled
from pages.services import easy as served_easily
from pages.services import spoken as served
from pages.wording import plain


def entry_of(told, now: datetime) -> Entry:
    """One page with all that a mail says of it."""
    link = Link(complete(told.page.url or ""), told.title, told.title_language)
    dates = [date for date in told.dates if date.until > now] or list(told.dates)
    shown = dates[:FEW]
    places = {plain(spoken.where(date)) for date in dates}
    return Entry(
        link,
        told.text,
        told.language,
        tile=_tile(dates),
        dates=tuple(when_of(date, now, names_place=len(places) > 1) for date in shown),
        more=_more(len(dates) - len(shown)),
        facts=tuple(filter(None, FACTS.get(told.kind, _nothing)(told, places))),
    )


def _of_event(told, places):
    yield labelled(_("Where"), told.place) if len(places) == 1 else ""
    yield _cost(told.page)


def _of_service(told, places):
    service = told.page
    if is_easy():
        yield from (*served_easily.times(service), offered.where(service), *offered_easily.cost(service))
        return
    for words in served.times(service):
        yield labelled(_("When"), words)
    yield labelled(_("Where"), offered.where(service))
    yield _cost(service)


def _of_announcement(told, places):
    """How much it matters, and until when it holds: never “today”: a mail is read later."""
    page = told.page
    yield page.get_kind_display() if page.kind != Kind.INFORMATION else ""
    yield on_paper(page.told_since, page.ends, timezone.now()) if page.ends else ""


def _nothing(told, places):
    return ()


FACTS = {EVENTS: _of_event, SERVICES: _of_service, ANNOUNCEMENTS: _of_announcement}


def _cost(offer):
    return next(iter(offered_easily.cost(offer))) if is_easy() else labelled(_("Cost"), offered.cost(offer))


def _tile(dates):
    """The first day on which it takes place; None where there is no date at all."""
    first = next((date for date in dates if date.state == State.SCHEDULED), next(iter(dates), None))
    if first is None:
        return None
    day = spoken.local(first.starts).date()
    return Tile(date_format(day, "M"), date_format(day, "j"), is_above=is_easy())


def when_of(date, now, names_place):
    words = plain(spoken.when(date, spoken.local(now).date()))
    return When(
        words=capital(words),
        states=tuple(_states(date, now)),
        place=spoken.where(date) if names_place else "",
        is_off=date.state != State.SCHEDULED,
    )


def _states(date, now):
    """What one has to know, with the reason behind the first. Nothing is “now” when the mail is read."""
    told = [state for state in spoken.statuses(date, now) if state.kind != "running"]
    for number, state in enumerate(told):
        words = capital(state.words)
        yield because(words, spoken.reason(date)) if number == 0 else words


def _more(count):
    if count < 1:
        return ""
    return ngettext("and one more date", "and %(number)s more dates", count) % {"number": count}
