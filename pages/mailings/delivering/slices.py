"""A worker's stretch of sending: not for long, so that its other work is not left undone."""

import time
from contextlib import ExitStack

from django.utils import timezone

from pages.letters.dialogue import speaks_smtp
from pages.mailings import installation
from pages.mailings.delivering import claiming, gate, marks, workers
from pages.mailings.delivering.outcomes import Outcomes
from pages.mailings.delivering.printing import Printing
from pages.mailings.delivering.providers import Singles
from pages.mailings.delivering.rounds import Rounds

LENGTH = 20
"""Seconds."""

PATIENCE = (100, 600)
"""Seconds for an answer, and for the one after the dot (RFC 5321, 4.5.3.2.6)."""

AT_ONCE = 50
"""So many mails are claimed at once."""


def deliver(is_over=lambda: False, length=LENGTH, patience=PATIENCE, clock=timezone.now):
    """Send what is due, for so many seconds or until `is_over`. Whether more is due right now."""
    installation.look(clock())
    claiming.sweep(clock())
    claiming.drop(clock())
    claiming.finish(clock())
    if _is_something_due(clock()):
        with marks.written_through(), workers.at_work() as worker:
            installation.move(clock())
            try:
                _work(worker, is_over, time.monotonic() + length, patience, clock)
            finally:
                installation.move(clock())
        claiming.drop(clock())
        claiming.finish(clock())
    return _is_something_due(clock())


def _is_something_due(now):
    mailings = claiming.on_their_way(now)
    return bool(mailings) and not gate.rest(now) and claiming.waiting(mailings, now).exists()


def _work(worker, is_over, end, patience, clock):
    outcomes = Outcomes(worker, clock)
    way = Rounds if speaks_smtp() else Singles
    sending = way(worker, Printing(), outcomes, patience)
    keys = []
    with ExitStack() as afterwards:  # whatever happens
        afterwards.callback(sending.close)
        afterwards.callback(lambda: claiming.release(worker, keys))
        afterwards.callback(outcomes.book)
        afterwards.callback(sending.settle)
        while not (is_over() or outcomes.must_rest or time.monotonic() >= end):
            if not keys:
                count, seconds = gate.let_through(AT_ONCE, clock())
                if not count:
                    sending.settle()
                    outcomes.book()
                    time.sleep(min(seconds, 1))
                    continue
                keys = claiming.claim(worker, claiming.on_their_way(clock()), count, clock())
            if not keys:
                break
            keys = keys[sending.send(keys) :]
