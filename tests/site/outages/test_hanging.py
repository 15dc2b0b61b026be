"""When nobody waits for the database any more, and from when on it is asked again."""

import time
from threading import Event

import psycopg
import pytest

from quartier.outages import hanging
from quartier.outages.hanging import Watch


class Server:
    """Answers a look or does not; `looks` counts them."""

    def __init__(self, fault=None):
        self.fault, self.looks, self.looked = fault, 0, Event()

    def __call__(self, where):
        self.looks += 1
        self.looked.set()
        if self.fault:
            raise self.fault


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(hanging, "PAUSE", 0.02)


def wait_until(true):
    end = time.monotonic() + 5
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


def long_ago():
    return time.monotonic() - hanging.SUSPICIOUS - 1


def test_who_waits_only_a_moment_has_nobody_look():
    watch = Watch(server := Server())

    watch.suspect({}, time.monotonic())

    assert server.looks == 0


def test_a_slow_answer_of_a_server_that_lives_is_waited_for():
    watch = Watch(server := Server())

    watch.suspect({}, began := long_ago())
    wait_until(lambda: not watch._is_looking)

    assert server.looks == 1
    watch.suspect({}, began)


def test_where_nobody_answers_all_let_go_until_one_look_was_answered():
    watch = Watch(server := Server(psycopg.errors.ConnectionTimeout("…")))

    watch.suspect({}, long_ago())
    wait_until(lambda: watch.hangs)

    with pytest.raises(psycopg.OperationalError):
        watch.refuse()
    with pytest.raises(psycopg.OperationalError):
        watch.suspect({}, time.monotonic())
    server.fault = None
    wait_until(lambda: not watch.hangs)
    watch.refuse()


def test_a_server_that_says_no_at_once_does_not_hang():
    watch = Watch(server := Server(psycopg.OperationalError("too many")))

    watch.suspect({}, long_ago())
    assert server.looked.wait(5)
    wait_until(lambda: not watch._is_looking)

    watch.refuse()


def test_no_single_answer_is_waited_for_beyond_measure():
    watch = Watch(Server())

    with pytest.raises(psycopg.OperationalError):
        watch.suspect({}, time.monotonic() - hanging.LONGEST - 1)


def test_many_who_wait_have_one_look():
    watch = Watch(server := Server(psycopg.errors.ConnectionTimeout("…")))

    for _thread in range(10):
        watch._begin_to_look({})
    wait_until(lambda: watch.hangs)

    assert server.looks <= 3
    server.fault = None
    wait_until(lambda: not watch.hangs)
