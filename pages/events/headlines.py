"""What has become of one date, in a sentence that can stand alone: above an announcement, in a subject."""

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from pages.events import spoken
from pages.events.choices import State
from pages.phrasing import capital, listed
from pages.wording import marked

CALLED_OFF = (State.CANCELLED, State.CLOSED)


def headline(date, now):
    """`Nähcafé am Donnerstag, 3. Dezember fällt aus`: a date as `listing.told` gives it, with its page."""
    title, today = marked(date.title, date.text.foreign), spoken.local(now).date()
    day = spoken.day(spoken.local(date.original).date(), today)
    if date.state in CALLED_OFF:
        return _filled(_("{event} on {day} is cancelled"), event=title, day=day)
    if date.state == State.POSTPONED:
        to = spoken.when_moment(date.moved_to, today)
        return _filled(_("{event} on {day} is postponed to {when}"), event=title, day=day, when=to)
    if changes := list(_changes(date)):
        words = pgettext("an event, its day, and what is different", "{event} on {day}: {changes}")
        return _filled(words, event=title, day=day, changes=listed(changes))
    return _filled(_("{event} on {day} takes place as planned"), event=title, day=day)


def _filled(words, **parts):
    return capital(format_html(words, **parts))


def _changes(date):
    """What is different about a date that takes place on its day: the time, the room."""
    if date.is_moved and (date.starts != date.original or not date.has_other_room):
        yield format_html(_("this time {clock}"), clock=spoken.clock(date))
    if date.has_other_room:
        yield format_html(_("in another room: {room}"), room=spoken.where(date))
