"""Chosen pages as a mail tells of them: when, where, what it costs, and a link, in the reader's language."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blocks.blanks import filled
from blocks.originals import originals
from pages.easy.language import is_easy
from pages.events import spoken
from pages.events.choices import State
from pages.newsletters.composing.addresses import complete
from pages.newsletters.composing.letter import Entry, Link, Tile, When
from pages.newsletters.kinds import EVENTS, SERVICES, kind_of
from pages.offers import easy as offered_easily
from pages.offers import spoken as offered
from pages.phrasing import because, capital, labelled
from pages.services import easy as served_easily
from pages.services import spoken as served
from pages.services.models import ServicePage
from pages.wording import plain

MOST_DATES = 6


def services_of(sections) -> dict:
    """The originals of all services in these sections, by key, with what is told of them. Two queries."""
    keys = [
        entry.page.translation_key for part in sections for entry in part.entries if entry.kind == SERVICES
    ]
    if not keys:
        return {}
    found = originals(ServicePage.objects.filter(translation_key__in=keys)).defer_streamfields()
    found = found.select_related("room__place", "place").prefetch_related("times")
    return {service.translation_key: service for service in found}


def entry_of(told, services, now: datetime) -> Entry:
    """One page with all that a mail says of it."""
    link = Link(complete(told.page.url or ""), title_of(told.page), told.page.foreign)
    if kind_of(told.page) == EVENTS:
        return _event(told, link, now)
    facts = _facts_of_service(services.get(told.page.translation_key))
    return Entry(link, told.text, told.language, facts=facts)


def title_of(page) -> str:
    """Its title; what it is, while a blank in the title waits to be filled."""
    return filled(page.title) or str(page.called())


def _event(told, link, now):
    dates = [date for date in told.dates if date.until > now] or list(told.dates)
    shown = dates[:MOST_DATES]
    places = {plain(spoken.where(date)) for date in dates}
    has_one_place = len(places) == 1
    facts = [
        labelled(_("Where"), spoken.where(dates[0])) if dates and has_one_place else "",
        _cost(told.page),
    ]
    return Entry(
        link,
        told.text,
        told.language,
        tile=_tile(dates),
        dates=tuple(when_of(date, now, names_place=not has_one_place) for date in shown),
        more=_more(len(dates) - len(shown)),
        facts=tuple(filter(None, facts)),
    )


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
    return ngettext("and one more date", "and %(count)d more dates", count) % {"count": count}


def _facts_of_service(service):
    if service is None:
        return ()
    place = service.room.place if service.room else service.place
    if is_easy():
        when = served_easily.times(service)
        return tuple(
            filter(None, [*when, offered.where(service) if place else "", *offered_easily.cost(service)])
        )
    times = [labelled(_("When"), words) for words in served.times(service)]
    return tuple(filter(None, [*times, labelled(_("Where"), offered.where(service)), _cost(service)]))


def _cost(offer):
    if is_easy():
        first, *_rest = offered_easily.cost(offer)
        return first
    return labelled(_("Cost"), offered.cost(offer))
