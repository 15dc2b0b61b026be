from datetime import UTC, datetime, timedelta

import pytest

from pages.subscribers.bouncing import note_hard_bounce
from pages.subscribers.models import State
from tests.make.subscribers import subscriber

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


@pytest.fixture
def mina(db):
    return subscriber("Mina@müller.example")


def state(someone):
    someone.refresh_from_db()
    return someone.state


def test_the_second_mail_that_comes_back_for_good_stops_it(mina):
    assert not note_hard_bounce(mina.key, NOON)
    assert state(mina) == State.CONFIRMED

    assert note_hard_bounce(mina.key, NOON + timedelta(days=30))
    assert state(mina) == State.STOPPED


def test_after_a_year_the_first_is_forgotten(mina):
    note_hard_bounce(mina.key, NOON)

    assert not note_hard_bounce(mina.key, NOON + timedelta(days=366))
    assert state(mina) == State.CONFIRMED
    assert note_hard_bounce(mina.key, NOON + timedelta(days=400))


def test_of_an_address_that_has_left_nothing_is_noted(db):
    assert not note_hard_bounce("kim@post.example", NOON)


def test_who_has_not_confirmed_is_not_stopped(db):
    unconfirmed = subscriber(state=State.ASKED)

    for _time in "123":
        note_hard_bounce(unconfirmed.key, NOON)

    assert state(unconfirmed) == State.ASKED
