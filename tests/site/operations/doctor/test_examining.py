"""Whatever hangs or fails while the doctor looks becomes a finding, and never more than that."""

import time

import pytest
from django.db import OperationalError

from quartier.operations.doctor.concern import Asks, Concern, Group
from quartier.operations.doctor.examining import NO_DATABASE, examine, worst
from quartier.operations.doctor.finding import State, broken, good, look


def concern(look_at, name="one", asks=Asks.HERE):
    return Concern(name, name, Group.KEEPING, asks, look_at)


def says(*found):
    return concern(lambda patience: found)


def test_the_worst_of_all_decides():
    assert worst(examine([says(good("a"))], 1)) == State.GOOD
    assert worst(examine([says(good("a")), says(look("b"))], 1)) == State.LOOK
    assert worst(examine([says(good("a")), says(broken("c"), look("b"))], 1)) == State.BROKEN


def test_another_machine_that_hangs_is_broken_after_its_time_and_the_rest_is_looked_at():
    hanging = concern(lambda patience: time.sleep(30), asks=Asks.OUTSIDE)
    began = time.monotonic()

    visits = examine([hanging, says(good("Licht brennt."))], 0.2)

    assert time.monotonic() - began < 5
    assert [visit.state for visit in visits] == [State.BROKEN, State.GOOD]
    assert visits[0].findings[0].sentence.startswith("Keine Antwort in")


def test_a_fault_of_the_doctor_is_told_and_what_was_found_before_it_holds(caplog):
    def stumbles(patience):
        yield good("Licht brennt.")
        raise ZeroDivisionError

    found = examine([concern(stumbles)], 1)[0].findings

    assert [one.sentence for one in found] == [
        "Licht brennt.",
        "Das konnte nicht geprüft werden (ZeroDivisionError).",
    ]
    assert "ZeroDivisionError" in caplog.text


def test_without_a_database_nothing_else_waits_for_it():
    asked = []

    def gone(patience):
        yield broken("Die Datenbank antwortet nicht.")
        raise OperationalError

    visits = examine(
        [
            concern(gone, asks=Asks.DATABASE),
            concern(lambda patience: asked.append("pages"), asks=Asks.DATABASE),
            says(good("Die Festplatte hat Platz.")),
        ],
        1,
    )

    assert asked == []
    assert visits[0].state == State.BROKEN
    assert visits[1].findings == [NO_DATABASE]
    assert visits[2].state == State.GOOD


def test_who_looks_at_very_much_is_stopped_when_the_time_is_over():
    def endless(patience):
        for _each in patience.each(iter(int, 1)):
            pass
        yield good("Nie.")

    visit = examine([concern(endless)], 0.1)[0]

    assert visit.is_cut_short
    assert visit.findings[0].sentence.startswith("Für alles davon war keine Zeit")


def test_when_the_time_for_all_is_over_the_rest_says_so():
    def slow(patience):
        time.sleep(0.2)
        yield good("Langsam.")

    visits = examine([concern(slow), says(good("Licht brennt."))], 5, altogether=0.1)

    assert [visit.is_cut_short for visit in visits] == [False, True]


def test_what_was_found_has_one_name_however_its_numbers_change_and_braces_in_names_do_no_harm():
    one, other = (broken("{number} Rohre tropfen in {room}.", number=n, room="{x}") for n in (1, 2))

    assert one.name == other.name
    assert one.sentence == "1 Rohre tropfen in {x}."


@pytest.mark.django_db
def test_a_table_that_is_missing_stops_only_what_needs_it():
    def needs_it(patience):
        raise OperationalError("no such table")
        yield

    visits = examine(
        [
            concern(needs_it, asks=Asks.DATABASE),
            concern(lambda patience: [good("Alle Termine stimmen.")], asks=Asks.DATABASE),
        ],
        1,
    )

    assert visits[0].findings[0].sentence == "Das konnte nicht geprüft werden (OperationalError)."
    assert visits[1].state == State.GOOD
