import pytest
from django.utils import translation

from pages.glance import Fact
from pages.places.models import Room
from pages.places.spoken import access_facts, floor


def said(**facts):
    return [fact.words for fact in access_facts(Room(**facts))]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (None, ""),
        (0, "Erdgeschoss"),
        (1, "1. Stock"),
        (12, "12. Stock"),
        (-1, "Untergeschoss"),
        (-2, "2. Untergeschoss"),
    ],
)
def test_the_floor_is_called_as_people_call_it(number, words):
    assert floor(Room(floor=number)) == words


@pytest.mark.parametrize(
    ("steps", "door_width", "words"),
    [
        (0, 90, ["Ohne Stufen, schmalste Tür 90 cm breit"]),
        (0, 80, ["Ohne Stufen, schmalste Tür 80 cm breit"]),
        (0, 70, ["Tür nur 70 cm breit"]),
        (0, None, []),
        (1, None, ["1 Stufe"]),
        (3, None, ["3 Stufen"]),
        (3, 90, ["3 Stufen", "Schmalste Tür 90 cm breit"]),
        (3, 70, ["3 Stufen", "Tür nur 70 cm breit"]),
        (None, 70, ["Tür nur 70 cm breit"]),
        (None, 95, ["Schmalste Tür 95 cm breit"]),
        (None, None, []),
    ],
)
def test_without_steps_is_said_only_where_steps_and_door_are_known(steps, door_width, words):
    assert said(steps=steps, door_width=door_width) == [*words, "Assistenzhunde erlaubt"]


@pytest.mark.parametrize(
    ("lift", "width", "depth", "words", "is_good"),
    [
        ("yes", 110, 140, "Aufzug, 110 × 140 cm", True),
        ("yes", 80, 100, "Aufzug, 80 × 100 cm", None),
        ("yes", 110, None, "Aufzug", None),
        ("yes", None, None, "Aufzug", None),
        ("no", None, None, "Kein Aufzug", False),
    ],
)
def test_a_lift_is_told_with_its_size(lift, width, depth, words, is_good):
    room = Room(lift=lift, lift_width=width, lift_depth=depth)

    assert access_facts(room)[0] == Fact("lift", words, is_good)


def test_nobody_misses_a_lift_on_a_way_without_steps():
    assert said(steps=0, door_width=90, lift="no") == [
        "Ohne Stufen, schmalste Tür 90 cm breit",
        "Assistenzhunde erlaubt",
    ]


@pytest.mark.parametrize(
    ("name", "yes", "no"),
    [
        ("accessible_toilet", "Rollstuhlgerechte Toilette", "Keine rollstuhlgerechte Toilette"),
        ("induction_loop", "Induktionsschleife für Hörgeräte", "Keine Induktionsschleife"),
        ("quiet_room", "Ruheraum zum Zurückziehen", "Kein Ruheraum"),
        ("good_light", "Helles, gleichmäßiges Licht", "Licht nicht hell und gleichmäßig"),
    ],
)
def test_a_yes_and_a_no_are_told_and_what_nobody_knows_is_not(name, yes, no):
    assert said(**{name: "yes"})[0] == yes
    assert said(**{name: "no"})[0] == no
    assert said(**{name: ""}) == ["Assistenzhunde erlaubt"]


@pytest.mark.parametrize(
    ("dogs", "words"),
    [("yes", "Hunde erlaubt"), ("no", "Nur Assistenzhunde erlaubt"), ("", "Assistenzhunde erlaubt")],
)
def test_assistance_dogs_may_always_come_in(dogs, words):
    assert access_facts(Room(dogs=dogs)) == [Fact("paw", words, True)]


def test_facts_come_in_the_order_in_which_people_need_them():
    room = Room(
        steps=0, door_width=90, lift="yes", lift_width=110, lift_depth=140, accessible_toilet="yes",
        induction_loop="no", quiet_room="no", good_light="yes", dogs="no", access_note="Bitte klingeln.",
    )  # fmt: skip

    signs = [fact.sign for fact in access_facts(room)]

    assert signs == ["accessibility", "lift", "toilet", "ear", "quiet", "light", "paw", "info"]


def test_a_note_in_another_language_says_which():
    room = Room(access_note={"de": "Bitte klingeln."})

    with translation.override("en"):
        assert access_facts(room)[-1] == Fact("info", "Bitte klingeln.", None, "de")
    assert access_facts(room)[-1] == Fact("info", "Bitte klingeln.", None)
