"""What several machines share, on a Valkey or Redis server: the version, and copies of pages.

While the server is gone nobody knows whether a copy is true: pages are made anew for each reader then, and
what an editor changes is told as soon as it is back.
"""

import contextlib
import logging
import os
import time
from functools import lru_cache

from redis import Redis, RedisError
from redis.backoff import NoBackoff
from redis.retry import Retry

from quartier.page_cache.copies import read
from quartier.page_cache.promises import keep_lost
from quartier.page_cache.version import File, State, name

KEY, PAGE = "quartier:pages:version", "quartier:pages:copy:"
PATIENCE, BREATH = 0.5, 1.0
"""Seconds for an answer, and after none came."""

KEPT = 7 * 24 * 3600  # seconds

log = logging.getLogger(__name__)


@lru_cache(maxsize=4)
def server(url) -> Redis:
    """One retry: after a restart of the server the first word finds a dead line."""
    return Redis.from_url(
        url, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE, retry=Retry(NoBackoff(), 1)
    )


class Shared:
    """The version of all machines. The file of this one follows it, for the web server beside it."""

    def __init__(self, url, folder):
        self._server, self._file, self._folder = server(url), File(folder), folder / "promises"
        self._floor, self._seen, self._told, self._silent_until = "-", None, b"", 0.0

    def state(self) -> State:
        if time.monotonic() < self._silent_until:
            return self._unknown()
        self._keep_owed()
        try:
            told = self._server.get(KEY) or self._begin()
            if told != self._told:
                self._notice(told)
        except (RedisError, ValueError):
            return self._unknown()
        return self._state

    def bump(self, withdraws=False) -> bool:
        """Whether everybody will know: not without the server."""
        try:
            self._server.transaction(lambda line: _next(line, withdraws), KEY)
            self._notice(self._server.get(KEY))
        except (RedisError, ValueError):
            log.exception("The version of the pages could not be told to the server.")
            self._silent_until = time.monotonic() + BREATH
            return False
        return True

    def _notice(self, told):
        state = State.read(told.decode())
        self._told, self._state, self._floor = told, state, state.floor
        with contextlib.suppress(OSError):
            if self._file.state().number != state.number or self._file.own != state.version:
                with self._file.alone():  # another process may have learnt of a newer one since
                    self._file.write(State.read((self._server.get(KEY) or told).decode()))

    def _begin(self):
        """A server that knows nothing: new, or started anew without a memory."""
        now = time.time()
        fresh = State(name(now), "-", name(now), now)
        self._server.set(KEY, fresh.line, nx=True)
        return self._server.get(KEY)

    def _unknown(self):
        self._silent_until = max(self._silent_until, time.monotonic() + BREATH)
        now = time.time()
        return State(name(now), "-", self._floor, now)

    def _keep_owed(self):
        """Changes of the time without a server come before anything is taken for true."""
        with contextlib.suppress(OSError):
            seen = os.stat(self._folder).st_mtime_ns  # noqa: PTH116 (asked with every hit)
            if seen != self._seen:
                self._seen = seen
                keep_lost(self._folder, self)


def _next(line, withdraws):
    known, now = line.get(KEY), time.time()
    line.multi()
    before = State.read(known.decode()) if known else State("-", "-", name(now), 0.0)
    line.set(KEY, before.after(now, withdraws).line)


class Copies:
    """Copies of pages on the server, by name: a page that one machine has made is there for all."""

    def __init__(self, url, edition):
        self._server, self._prefix, self._silent_until = server(url), f"{PAGE}{edition}:", 0.0

    def get(self, name):
        found = self._try(lambda: self._server.get(self._prefix + name))
        return read(found) if found else None

    def put(self, name, copy):
        self._try(lambda: self._server.set(self._prefix + name, copy.written(), ex=KEPT))

    def drop(self, name):
        self._try(lambda: self._server.delete(self._prefix + name))

    def _try(self, work):
        """None while the server is gone: it is not waited for with every page."""
        if time.monotonic() < self._silent_until:
            return None
        try:
            return work()
        except RedisError:
            self._silent_until = time.monotonic() + BREATH
            return None
