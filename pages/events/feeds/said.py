"""What feeds say of one date, in plain words that stay the same until something changes."""

import datetime

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from pages.events import spoken
from pages.events.choices import State
from pages.events.recurrence import Frequency
from pages.events.sentences import sentence
from pages.offers import spoken as offered
from pages.offers.choices import Registration
from pages.offers.glance import reachable
from pages.phrasing import capital, closed, labelled, listed
from pages.places.spoken import way_in
from pages.wording import plain

LONG_AGO = datetime.date(1, 1, 1)
"""Seen from there, every day is told with its year."""


def title(date) -> str:
    """The title, with what one has to know first before it."""
    words = {
        State.CANCELLED: pgettext("before a title in feeds", "CANCELLED:"),
        State.CLOSED: pgettext("before a title in feeds", "CANCELLED:"),
        State.POSTPONED: pgettext("before a title in feeds", "POSTPONED:"),
    }
    full = pgettext("before a title in feeds", "FULLY BOOKED:") if date.is_full else ""
    return " ".join(filter(None, [words.get(date.state, full), date.title]))


def when(date) -> str:
    """`Donnerstag, 3. Dezember 2026, 18:15–20 Uhr`: with the year, since feeds are kept."""
    return plain(spoken.when(date, LONG_AGO))


def became(date) -> str:
    """What has become of it and why; empty where it takes place as planned."""
    before = date.starts - spoken.A_MOMENT
    statuses = listed(plain(status.words) for status in spoken.statuses(date, before))
    words = filter(None, [statuses, plain(spoken.reason(date))])
    return " ".join(closed(capital(each)) for each in words)


def location(date) -> str:
    """Room, place and address on one line, as a map understands it."""
    if date.outside:
        return date.outside.location
    where = date.room.place if date.room else date.place
    parts = [plain(spoken.where(date))]
    if date.room:
        parts.append(str(where.name))
    if where:
        parts.append(where.address)
    if not where and date.facts.is_online:
        parts.append(_("Online"))
    return listed(dict.fromkeys(parts))


def geo(date):
    """Latitude and longitude as text, with a decimal point in every language."""
    where = date.room.place if date.room else date.place
    if where is None or where.latitude is None or where.longitude is None:
        return None
    return f"{where.latitude:.5f}", f"{where.longitude:.5f}"


def description(words) -> str:
    """All that one wants to know before coming, a line each."""
    return "\n".join(filter(None, words))


def about(facts, text, rules, around, url) -> list[str]:
    """What holds for every date of an event: what it is, how often, how to take part, what it costs."""
    series = [rule for rule in rules if rule.frequency is not Frequency.ONCE]
    return [
        text.summary,
        *(around.once(rule, lambda rule=rule: closed(capital(sentence(rule)))) for rule in series),
        labelled(_("Meeting point"), str(facts.meeting_point)),
        labelled(_("Online"), facts.online_link),
        labelled(_("Registration"), registration(facts, around.centre, url)),
        labelled(_("Cost"), plain(offered.cost(facts))),
        str(facts.access_note),
    ]


def registration(facts, centre, url) -> str:
    """How one registers, and where. Mail goes to the house: anybody may copy this."""
    first, *more = offered.registration(facts) or [""]
    ways = {
        Registration.PHONE: reachable(facts.contact, centre, "phone"),
        Registration.MAIL: getattr(centre, "mail", ""),
        Registration.LINK: facts.registration_link,
    }
    if first.endswith(":"):
        first = f"{first} {ways.get(facts.registration) or url}"
    return " ".join(filter(None, [first, *more]))


def access(room) -> list[str]:
    """Who gets in, as far as it was measured."""
    return [closed(fact.words) for fact in way_in(room)] if room else []
