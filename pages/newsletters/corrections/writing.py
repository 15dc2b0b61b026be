"""A correction in one language: all of it made from facts, so that nobody has to translate it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from blocks.blanks import filled
from blocks.closed import remembered
from pages.easy.language import is_easy
from pages.events import spoken
from pages.events.listing import open_dates, told
from pages.letters.writing import one_line
from pages.mailings.content import Content
from pages.newsletters.composing import html, plain
from pages.newsletters.composing.addresses import complete
from pages.newsletters.composing.bricks import Bricks
from pages.newsletters.composing.entries import when_of
from pages.newsletters.composing.letter import Entry, Letter, Link, Part, When
from pages.newsletters.composing.writing import choices_of, cut, sender_of
from pages.newsletters.corrections.dates import CANCELLED, MOVED, RESTORED, ROOM
from pages.phrasing import capital
from pages.wording import direction
from pages.wording import plain as without_elements


@dataclass(frozen=True)
class Before:
    """When a date was to be, as it was told."""

    starts: datetime
    ends: datetime | None
    is_whole_day: bool


def write(correction, language, centre, now) -> Content:
    """The mail to all who read this language."""
    with override(language), remembered():
        letter = _letter(correction, language, centre, now)
        return Content(letter.subject, html.written(letter), plain.written(letter))


def subject(correction, title, now) -> str:
    """What has become of which event, in the active language; with the day where there is one."""
    changes = correction.changes
    if len(changes) > 1:
        said = ngettext("Changed: “{title}”, one date", "Changed: “{title}”, {count} dates", len(changes))
        return one_line(said.format(title=title, count=len(changes)))
    [change] = changes
    day = without_elements(spoken.day(spoken.local(change.was.starts).date(), spoken.local(now).date()))
    said = {
        CANCELLED: _("Cancelled: “{title}” on {day}"),
        MOVED: _("Other time: “{title}” on {day}"),
        ROOM: _("Other room: “{title}” on {day}"),
        RESTORED: _("Takes place after all: “{title}” on {day}"),
    }[change.kind]
    return one_line(said.format(title=title, day=day))


def dates_of(correction) -> dict:
    """The dates of a correction as readers of the active language meet them, by their number."""
    numbers = [change.date.pk for change in correction.changes]
    return {date.pk: date for date in told(open_dates().filter(pk__in=numbers))}


def _letter(correction, language, centre, now):
    dates = dates_of(correction)
    page = next(iter(dates.values())).text
    title = filled(page.title) or str(page.called())
    headline = cut(subject(correction, title, now))
    count = len(correction.changes)
    lead = ngettext(
        "Our newsletter told you of a date that has changed since.",
        "Our newsletter told you of dates that have changed since.",
        count,
    )
    link = Link(complete(page.url or ""), title, page.foreign)
    whens = [when for change in correction.changes for when in _whens(change, dates[change.date.pk], now)]
    return Letter(
        language=language,
        direction=direction(language),
        is_easy=is_easy(),
        subject=headline,
        preheader=lead,
        title=headline,
        lead=lead,
        text_language="",
        picture=None,
        parts=(Part(entries=(Entry(link, dates=tuple(whens)),)),),
        sender=sender_of(centre, Bricks([], "", "")),
        on_the_web=None,
        colour=centre.colour,
        why=_("You get this mail because you get our newsletter."),
        choices=choices_of(language),
    )


def _whens(change, date, now):
    """What was told, where that is another day or time, and what is true."""
    if change.kind == MOVED:
        before = Before(change.was.starts, change.was.ends, change.was.is_whole_day)
        today = spoken.local(now).date()
        yield When(capital(without_elements(spoken.when(before, today))), (_("Moved"),), is_off=True)
        new = _("New: {when}").format(when=without_elements(spoken.when(date, today)))
        yield When(new, place=spoken.where(date))
        return
    yield when_of(date, now, names_place=change.kind in (ROOM, RESTORED))
