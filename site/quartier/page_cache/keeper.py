"""Stands before Django, and asks it only for what no copy answers."""

import contextlib
import logging
import time

from quartier.page_cache.answers import collect
from quartier.page_cache.copies import copy_of
from quartier.page_cache.crowd import Lately
from quartier.page_cache.questions import plain, question
from quartier.page_cache.telling import HOW, outlasting, tell, tell_once

PATIENCE = 5.0
"""Seconds that a reader waits for a page which is being made for somebody else."""

YOUNG = 1.0
"""Seconds for which a page that has just become old is shown to those who would have to wait."""

BREATH = 1.0
"""Seconds after a failure in which a page is not tried again, where there is a copy."""

log = logging.getLogger(__name__)


class Keeper:
    """A WSGI application around another one. `is_closed` tells whether nobody is to read anything now."""

    def __init__(
        self, application, *, version, shelves, lifetime, crowd, is_closed, look_after, outside=False
    ):
        self.application, self.version, self.shelves = application, version, shelves
        self.lifetime, self.crowd, self.is_closed = lifetime, crowd, is_closed
        self.look_after, self.outside, self.failed = look_after, outside, Lately(BREATH)

    def __call__(self, environ, start_response):
        asked = question(environ)
        if asked is None or self.is_closed():
            return self._pass(environ, start_response)
        copy = self.shelves.at_hand(asked)
        if copy is not None and copy.is_true(self.version.state().version, time.time()):
            return self._tell(copy, "hit", environ, start_response)
        return self._reply(asked, environ)(environ, start_response)

    def _pass(self, environ, start_response):
        """For people with a session, posts, files. Nobody else may keep what they get."""

        def start(status, headers, exc_info=None):
            told = [*_without_lifetime(headers, "HTTP_COOKIE" in environ), (HOW, "pass")]
            return start_response(status, told, exc_info) if exc_info else start_response(status, told)

        return self.application(environ, start)

    def _tell(self, copy, how, environ, start_response):
        until = 0 if how == "stale" else copy.until
        outside = self.outside and not copy.varies  # not all of them look at the reader's languages
        return tell(copy, how, outlasting(until, time.time(), outside), environ, start_response)

    def _kept(self, copy, how):
        return lambda environ, start_response: self._tell(copy, how, environ, start_response)

    def _reply(self, asked, environ):
        """Something to be called with `environ` and `start_response`, as WSGI has it."""
        state = self.version.state()
        old = self.shelves.find(asked, state)
        if _is_true(old, state):
            return self._kept(old, "hit")
        last = old if old and old.floor == state.floor else None
        if last and self.failed.is_lately(asked.name):
            return self._kept(last, "stale")
        with self.crowd.turn(asked.name, 0 if last and _is_young(last, state) else PATIENCE) as mine:
            self.look_after()
            state = self.version.state()
            made = self.shelves.find(asked, state)
            if _is_true(made, state):
                return self._kept(made, "hit")
            if not mine and last:
                return self._kept(last, "stale")
            return self._ask(asked, environ, state, made)

    def _ask(self, asked, environ, state, old):
        """Have it made. What was begun under a version is kept under that, whatever has changed meanwhile."""
        began, last = time.time(), old if old and old.floor == state.floor else None
        try:
            answer, response = collect(self.application, plain(environ, asked))
        except Exception:
            if last is None:
                raise
            log.exception("A page could not be made: its last good copy is shown.")
            return self._failed(asked, last)
        if answer.body is None:
            return _stream(answer, response)
        with contextlib.closing(response) if hasattr(response, "close") else contextlib.nullcontext():
            if answer.is_failure and last:
                return self._failed(asked, last)
            copy = self._copy(asked, answer, state, began, old)
        if copy is None:
            return lambda environ, start_response: tell_once(answer, environ, start_response)
        return self._kept(copy, "miss")

    def _failed(self, asked, last):
        self.failed.note(asked.name)
        return self._kept(last, "stale")

    def _copy(self, asked, answer, state, began, old):
        """Kept, if everybody may have it; what lay there before it is gone in any case."""
        if not answer.may_be_kept or (answer.depends_on_wishes and not asked.tells_wishes):
            if old and not answer.is_failure:
                self.shelves.drop(asked)
            return None
        try:
            until = min(self.lifetime.until(state.version, began), answer.until)
        except Exception:
            log.exception("Nobody knows how long a page stays true: it is not kept.")
            return None
        if until <= time.time():
            return None
        copy = copy_of(asked, answer, state, until, began, old)
        self.shelves.put(asked, copy)
        return copy


def _is_true(copy, state):
    return copy is not None and copy.is_true(state.version, time.time())


def _is_young(copy, state):
    """Whether it became old only a moment ago, whichever way."""
    since = copy.until
    if copy.version != state.version:
        since = min(since, state.since) if copy.version == state.before else 0
    return time.time() - since < YOUNG


def _stream(answer, response):
    def told(environ, start_response):
        start_response(answer.status, [*answer.headers, (HOW, "pass")])
        if environ["REQUEST_METHOD"] == "HEAD":
            response.close()
            return [b""]
        return response

    return told


def _without_lifetime(headers, is_known):
    for name, value in headers:
        if name.lower() == "x-accel-expires":
            continue
        if is_known and name.lower() == "cache-control" and value == "no-cache":
            value = "private, no-cache"  # as it is for somebody who is known
        yield name, value
