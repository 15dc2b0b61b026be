"""A database that takes questions and answers none: nobody waits for it longer than a few seconds.

A server that is gone says so at once. One that hangs, or lies behind a network that swallows what is sent,
holds each thread that asks, and with the last of them the pages that need no database. So whoever has waited
for a while has somebody look, over a new line: if that gets no answer either, all let go at once, and nobody
asks again until one look was answered. A slow answer of a server that lives is waited for.

For processes that answer readers only: what works by itself has time.
"""

import logging
import time
from functools import partial
from threading import Lock, Thread

import psycopg

SUSPICIOUS = 1.0
"""Seconds without an answer after which somebody looks, and again after each look that was answered."""

A_LOOK = 3
"""Seconds in which a line must come about."""

PAUSE = 0.5
LONGEST = 20.0
"""Seconds after which no single answer is waited for: the server itself would have given up before."""

GIVEN_UP_BY_SERVER = 15
"""Seconds after which it ends a question of a reader or an editor by itself."""

log = logging.getLogger(__name__)


class Watch:
    """What the threads of one process know together. `look` raises ConnectionTimeout where nobody answers."""

    def __init__(self, look):
        self.is_on = self.hangs = False
        self._look, self._lock, self._answered, self._is_looking = look, Lock(), 0.0, False

    def refuse(self):
        """Raises OperationalError while nobody answers."""
        if self.hangs:
            raise psycopg.OperationalError("the database hangs")

    def suspect(self, where, began):
        """Somebody has waited for it since `began`. Raises OperationalError, as `refuse` does."""
        self.refuse()
        now = time.monotonic()
        if now - began > LONGEST:
            raise psycopg.OperationalError("the database does not answer")
        if now - max(began, self._answered) > SUSPICIOUS:
            self._begin_to_look(where)

    def found_silent(self, where):
        """A line did not come about."""
        self._give_up()
        self._begin_to_look(where)

    def _give_up(self):
        if not self.hangs:
            log.warning("The database hangs: nobody asks it until it answers again.")
        self.hangs = True

    def _begin_to_look(self, where):
        with self._lock:
            if not self._is_looking:
                self._is_looking = True
                Thread(target=self._look_until_answered, args=[where], daemon=True).start()

    def _look_until_answered(self, where):
        try:
            while not self._is_answered(where):
                self._give_up()
                time.sleep(PAUSE)
            if self.hangs:
                time.sleep(PAUSE)  # what was asked before it hung, it may do now
                log.warning("The database answers again.")
        finally:
            self._answered, self.hangs, self._is_looking = time.monotonic(), False, False

    def _is_answered(self, where):
        """Whatever is said, be it a refusal, is said at once to all who ask."""
        try:
            self._look(where)
        except psycopg.errors.ConnectionTimeout:
            return False
        except psycopg.Error:
            return True
        return True


def _look(where):
    psycopg.connect(**{**where, "connect_timeout": A_LOOK}).close()


watch = Watch(_look)


def begin():
    """This process answers readers."""
    watch.is_on = True


def impatient(connection, where):
    """Have a connection let go, and close, when nobody answers."""
    connection.wait = partial(_wait, connection, connection.wait, where)
    return connection


def _wait(connection, wait, where, asked, *args, **kwargs):
    try:
        watch.refuse()
        return wait(_suspecting(asked, where), *args, **kwargs)
    except psycopg.OperationalError as fault:
        if fault.sqlstate is None:  # not the word of a server: what it will answer is nobody's any more
            connection.pgconn.finish()
        raise


def _suspecting(asked, where):
    """As generators of psycopg: yields what is waited for, is sent what came; nothing, ten times a second."""
    began = time.monotonic()
    try:
        wanted = next(asked)
        while True:
            came = yield wanted
            if not came:
                watch.suspect(where, began)
            wanted = asked.send(came)
    except StopIteration as end:
        return end.value
