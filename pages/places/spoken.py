"""A room in the reader's words: what was counted and measured there, and nothing that was not."""

import re
from collections.abc import Iterator

from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from pages.easy.language import is_easy
from pages.glance import Fact, Line
from pages.phrasing import listed
from pages.places.access import DOOR_WIDTH, LIFT
from pages.wording import marked

YES, NO = "yes", "no"
BETWEEN_THINGS = re.compile(r", (?![^(]*\))")
"""A comma, but not one in brackets."""


def floor(room) -> str:
    """`Erdgeschoss`, `1. Stock`, `2. Untergeschoss`; nothing where the house has not said."""
    if room.floor is None:
        return ""
    if room.floor == 0:
        return _("ground floor")
    if room.floor == -1:
        return _("basement")
    if room.floor < 0:
        return _("basement level %(number)d") % {"number": -room.floor}
    return _("floor %(number)d") % {"number": room.floor}


def size(room) -> str:
    """`140 m²`; nothing where nobody has measured."""
    return _("%(number)d m²") % {"number": room.size} if room.size else ""


def seats(room) -> list[str]:
    """`120 in Reihen`, `80 an Tischen`, `150 stehend`: what was counted."""
    counted = [
        (room.seats_rows, _("%(count)d in rows")),
        (room.seats_tables, _("%(count)d at tables")),
        (room.standing, _("%(count)d standing")),
    ]
    return [words % {"count": number} for number, words in counted if number]


def at_a_glance(room) -> list[Line]:
    """All that is known of a room, in the order in which one would ask."""
    lines = [
        Line("floor", _("Floor"), (floor(room),)),
        Line("size", _("Size"), (size(room),)),
        Line("users", _("Places"), tuple(seats(room))),
        Line("projector", _("Equipment"), tuple(_equipment(room))),
        Line("accessibility", _("Getting in"), facts=tuple(access_facts(room))),
    ]
    return [line for line in lines if any(line.words) or line.facts]


def _equipment(room) -> Iterator[str]:
    """What is there: in one line, in Leichte Sprache each thing in its own."""
    said, language = room.equipment.in_language(get_language())
    things = BETWEEN_THINGS.split(said) if is_easy() else [said]
    for thing in things:
        yield marked(thing, language)


def in_short(room) -> list[Fact]:
    """The few facts by which one chooses among several rooms."""
    places = listed(seats(room))
    facts = [
        Fact("users", places and pgettext("of a room", "Places: %(places)s") % {"places": places}, None),
        Fact("size", listed([size(room), floor(room)]), None),
        *way_in(room),
        *(fact for fact in _inside(room) if fact.sign in ("toilet", "ear")),
    ]
    return [fact for fact in facts if fact.words]


def access_facts(room) -> list[Fact]:
    """Who gets in and finds what, in the order in which people need it; what is unknown is left out."""
    facts = [*way_in(room), *_lift(room), *_inside(room), _dogs(room)]
    if room.access_note:
        note, language = room.access_note.in_language(get_language())
        facts.append(Fact("info", note, None, "" if language == get_language() else language))
    return facts


def way_in(room) -> Iterator[Fact]:
    """Steps and doors, as far as they were counted and measured."""
    width = {"width": room.door_width}
    if room.is_step_free:
        words = _("Without steps, narrowest door %(width)d cm wide")
        yield Fact("accessibility", words % width, True)
        return
    if room.steps:
        words = ngettext("%(count)d step", "%(count)d steps", room.steps)
        yield Fact("steps", words % {"count": room.steps}, False)
    if room.door_width is None:
        return
    if room.door_width < DOOR_WIDTH:
        yield Fact("door", _("Door only %(width)d cm wide") % width, False)
    else:
        yield Fact("door", _("Narrowest door %(width)d cm wide") % width, None)


def _lift(room) -> Iterator[Fact]:
    if room.lift == YES and room.lift_width and room.lift_depth:
        words = _("Lift, %(width)d × %(depth)d cm")
        is_large = room.lift_width >= LIFT[0] and room.lift_depth >= LIFT[1]
        size = {"width": room.lift_width, "depth": room.lift_depth}
        yield Fact("lift", words % size, is_large or None)
    elif room.lift == YES:
        yield Fact("lift", _("Lift"), None)
    elif room.lift == NO and not room.is_step_free:
        yield Fact("lift", _("No lift"), False)


def _inside(room) -> Iterator[Fact]:
    questions = [
        (
            "toilet",
            room.accessible_toilet,
            _("Toilet for wheelchair users"),
            _("No toilet for wheelchair users"),
        ),
        ("ear", room.induction_loop, _("Induction loop for hearing aids"), _("No induction loop")),
        ("quiet", room.quiet_room, _("Quiet room to withdraw to"), _("No quiet room")),
        ("light", room.good_light, _("Bright, even light"), _("Light neither bright nor even")),
    ]
    for sign, answer, yes, no in questions:
        if answer in (YES, NO):
            yield Fact(sign, yes if answer == YES else no, answer == YES)


def _dogs(room) -> Fact:
    """Assistance dogs may come in everywhere (§ 12e BGG), whatever the house says of other dogs."""
    words = {YES: _("Dogs allowed"), NO: _("Assistance dogs only")}
    return Fact("paw", words.get(room.dogs) or _("Assistance dogs allowed"), True)
