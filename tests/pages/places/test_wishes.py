from types import SimpleNamespace

import pytest

from pages.places.wishes import Wish, capacity


def room(**facts):
    known = {"seats_rows": None, "seats_tables": None, "standing": None, "is_step_free": None}
    return SimpleNamespace(**{**known, "accessible_toilet": "", "induction_loop": "", **facts})


HALL = room(seats_rows=120, seats_tables=80, standing=180, is_step_free=True, induction_loop="yes")
KITCHEN = room(seats_tables=20, is_step_free=True, accessible_toilet="yes", induction_loop="no")
CELLAR = room(seats_tables=16, is_step_free=False, accessible_toilet="no")
UNKNOWN = room()


@pytest.mark.parametrize(
    ("wish", "fitting"),
    [
        (Wish(), [HALL, KITCHEN, CELLAR, UNKNOWN]),
        (Wish(seats=17), [HALL, KITCHEN]),
        (Wish(seats=100), [HALL]),
        (Wish(seats=150), []),
        (Wish(seats=150, seating="stehend"), [HALL]),
        (Wish(seats=100, seating="tische"), []),
        (Wish(seats=80, seating="tische"), [HALL]),
        (Wish(seating="reihen"), [HALL]),
        (Wish(step_free=True), [HALL, KITCHEN]),
        (Wish(toilet=True), [KITCHEN]),
        (Wish(loop=True), [HALL]),
        (Wish(step_free=True, toilet=True, loop=True), []),
    ],
)
def test_only_what_was_counted_and_measured_fits(wish, fitting):
    assert [each for each in (HALL, KITCHEN, CELLAR, UNKNOWN) if wish.fits(each)] == fitting


@pytest.mark.parametrize(
    ("wish", "first"),
    [
        (Wish(seats=500), HALL),
        (Wish(seats=10, toilet=True, loop=True), HALL),
        (Wish(seats=18, toilet=True, loop=True, step_free=True, seating="tische"), HALL),
        (Wish(toilet=True, seating="reihen", step_free=True, seats=10), HALL),
        (Wish(loop=True, toilet=True, seats=10, seating="tische"), HALL),
    ],
)
def test_what_misses_least_comes_closest_and_of_equals_the_largest(wish, first):
    assert min((KITCHEN, CELLAR, UNKNOWN, HALL), key=wish.distance) is first


def test_few_missing_seats_are_closer_than_many():
    assert min((KITCHEN, CELLAR), key=Wish(seats=18, loop=True).distance) is KITCHEN


@pytest.mark.parametrize(
    ("seating", "number"), [("", 120), ("reihen", 120), ("tische", 80), ("stehend", 180)]
)
def test_a_room_holds_as_many_as_the_seating_allows(seating, number):
    assert capacity(HALL, seating) == number
    assert capacity(UNKNOWN, seating) == 0
