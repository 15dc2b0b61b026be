"""What the centre says about itself: whether it is open, when, and in which colour."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from pages.centre import colours, spoken
from pages.centre.models import DEFAULT_COLOUR, OpeningHours
from pages.centre.opening import Timetable
from pages.wording import marked
from quartier.policies import allowed_style

register = template.Library()

COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True)
class Door:
    """Open or closed at this moment, in words, and until when these words hold (wall-clock time)."""

    hours: OpeningHours
    timetable: Timetable
    now: datetime

    @cached_property
    def status(self):
        return self.timetable.status(self.now)

    @property
    def is_open(self):
        return self.status.is_open

    @property
    def state(self):
        return spoken.state(self.status)

    @property
    def change(self):
        return spoken.change(self.status, self.now)

    @property
    def reason(self):
        return self.status.reason

    @property
    def holds_until(self):
        return self.timetable.holds_until(self.now)


@register.simple_tag(takes_context=True)
def opening_status(context):
    """Of the first opening hours: `is_open`, `state` ("Jetzt geöffnet"), `change` ("bis 18 Uhr"), `reason`.

    None where the centre keeps no opening hours.
    """
    house = context["house"]
    for hours in house.hours[:1]:
        timetable = hours.timetable(house.closures)
        if timetable.weekly or timetable.exceptions:
            return Door(hours, timetable, _now())
    return None


@register.simple_tag(takes_context=True)
def all_opening_hours(context):
    return context["house"].hours


@register.inclusion_tag("components/opening_hours.html", takes_context=True)
def opening_hours_table(context, hours, level=None, closures=True):
    """One set of opening hours with its exceptions and, if asked for, the days on which the house is closed.

    `level` makes its name a heading. Nothing where these hours are no longer kept.
    """
    house = context["house"]
    hours = next((known for known in house.hours if known.pk == hours.pk), None)
    if hours is None:
        return {}
    timetable, today = hours.timetable(house.closures), _now().date()
    return {
        "hours": hours,
        "level": level,
        "week": [(spoken.days(row), spoken.spans(row.intervals)) for row in timetable.week()],
        "notices": [
            _spoken(notice, today)
            for notice in timetable.upcoming(today)
            if closures or not notice.whole_house
        ],
    }


@register.simple_tag
def wording(text):
    """A text kept in many languages; where it is not in the reader's, its language is marked."""
    return marked(text.text, text.language) if text else str(text or "")


@register.simple_tag(takes_context=True)
def house_style(context):
    """The centre's own colour as a style sheet, where it is not the one that tokens.css already has."""
    request, house = context.get("request"), context.get("house")
    if request is None or house is None or not house.site:
        return ""
    colour = house.centre.colour.lower()
    if colour == DEFAULT_COLOUR or not COLOUR.fullmatch(colour):
        return ""
    return allowed_style(request, _sheet(colour))


@register.simple_tag(takes_context=True)
def desk_style(context):
    """The centre's colour for the editing side."""
    house = context.get("house")
    colour = house.centre.colour.lower() if house and house.site else DEFAULT_COLOUR
    request = context.get("request")
    return format_html(
        '<style nonce="{}">{}</style>',
        getattr(request, "csp_nonce", ""),
        _desk_sheet(colour if COLOUR.fullmatch(colour) else DEFAULT_COLOUR),
    )


@lru_cache(maxsize=64)
def _sheet(colour):
    return mark_safe(colours.sheet(colour))  # noqa: S308 (made of hexadecimal numbers only)


@lru_cache(maxsize=64)
def _desk_sheet(colour):
    return mark_safe(colours.desk_sheet(colour))  # noqa: S308 (made of numbers only)


def _spoken(notice, today: date):
    return {
        "dates": spoken.dates(notice, today),
        "times": spoken.spans(notice.intervals),
        "whole_house": notice.whole_house,
        "reason": notice.reason,
    }


def _now():
    """The time on the wall of the house."""
    return timezone.localtime().replace(tzinfo=None)
