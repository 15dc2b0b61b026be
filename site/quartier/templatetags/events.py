"""Dates in the reader's words, and those that come next."""

from dataclasses import dataclass
from datetime import date

from django import template
from django.utils import timezone

from blocks.blanks import filled
from pages.centre import spoken as hours
from pages.events import asking, listing, spoken
from pages.events.choices import State
from pages.events.models import Occurrence

register = template.Library()


@dataclass(frozen=True)
class Coming:
    """The next dates that a brick asks for, and where the calendar shows all of them."""

    dates: list[Occurrence]
    address: str
    is_narrowed: bool


@register.simple_tag(takes_context=True)
def coming_events(context, brick):
    """The next dates that a brick asks for. Three queries, and one for the calendar of the whole page."""
    house, wish = context["house"], _wish(brick)
    dates = wish.narrow(house.dates)
    most = int(brick.get("count") or 3)
    dates = listing.once_each(dates, most) if brick.get("once") else listing.upcoming(dates)[:most]
    return Coming(listing.told(dates), _address(house, wish.query), bool(wish.chosen))


@register.simple_tag(takes_context=True)
def todays_board(context):
    """Today's dates that are not over, else those of the next day that has any; else None."""
    return context["house"].board


@register.simple_tag(takes_context=True)
def day_address(context, day: date):
    """Where the calendar shows a day; empty where there is no calendar."""
    return _address(context["house"], f"ansicht=tag&datum={day.isoformat()}")


def _address(house, query):
    if house.calendar is None:
        return ""
    return f"{house.calendar.url}?{query}" if query else house.calendar.url


def _wish(brick):
    """What an editor chose, as the calendar knows it."""
    keys = [(asking.AUDIENCE, "audience", "slug"), (asking.TOPIC, "topic", "slug")]
    keys += [(asking.PLACE, "place", "pk"), (asking.PARTNER, "partner", "pk")]
    chosen = {name: (str(getattr(brick[field], key)),) for name, field, key in keys if brick.get(field)}
    return asking.Wish(chosen | ({asking.FREE: (asking.YES,)} if brick.get("free") else {}))


@register.filter
def called(occurrence):
    """Its title; what it is, while a blank in the title waits to be filled."""
    return filled(occurrence.title) or occurrence.text.called


@register.filter
def on_the_board(occurrence, day):
    """`18:15`, large on the board of a day."""
    return spoken.on_the_board(occurrence, day)


@register.filter
def lasts(occurrence):
    """`bis 20 Uhr`."""
    return spoken.lasts(occurrence, timezone.localdate())


@register.filter
def oclock(moment):
    """`18:15 Uhr`."""
    return hours.oclock(spoken.local(moment).time())


@register.filter
def clock(occurrence):
    """`18:15–20 Uhr`."""
    return spoken.clock(occurrence)


@register.filter
def clock_on(occurrence, day):
    """The same on one of its days: `ab 18 Uhr`, `bis 14 Uhr` for what takes several."""
    return spoken.clock_on(occurrence, day) if day else spoken.clock(occurrence)


@register.filter
def day_in_words(day):
    """`Donnerstag, 14. Mai`; the year only where it is not this one."""
    return spoken.day(day, timezone.localdate())


@register.filter
def takes_place(occurrence):
    """Whether it is neither cancelled nor put off."""
    return occurrence.state == State.SCHEDULED


@register.filter
def begins(occurrence, day):
    """`18:15 Uhr`, for where there is little room."""
    return spoken.begins(occurrence, day)


@register.filter
def in_a_word(occurrence, day):
    """`fällt aus`, for where there is little room."""
    return spoken.in_a_word(occurrence, day, timezone.now())


@register.filter
def takes_days(occurrence):
    """Whether it goes on for more than one day."""
    return spoken.last_day(occurrence) != spoken.local(occurrence.starts).date()


@register.filter
def days(occurrence):
    """`Donnerstag, 14. Mai`."""
    return spoken.days(occurrence, timezone.localdate())


@register.filter
def first_day(occurrence):
    return spoken.local(occurrence.starts).date()


@register.filter
def statuses(occurrence):
    """What has become of it, as signs and words."""
    return spoken.statuses(occurrence, timezone.now())


@register.filter
def where(occurrence):
    return spoken.where(occurrence)


@register.filter
def reason(occurrence):
    return spoken.reason(occurrence)
