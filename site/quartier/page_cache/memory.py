"""Copies in this process, as many as fit: those that were asked for last."""

from collections import OrderedDict
from threading import Lock


class Memory:
    """A few megabytes of copies by name."""

    def __init__(self, largest: int):
        self._largest, self._size = largest, 0
        self._copies, self._lock = OrderedDict(), Lock()

    def get(self, name):
        with self._lock:
            copy = self._copies.get(name)
            if copy is not None:
                self._copies.move_to_end(name)
            return copy

    def put(self, name, copy):
        with self._lock:
            self._forget(name)
            if copy.size * 4 > self._largest:
                return
            self._copies[name] = copy
            self._size += copy.size
            while self._size > self._largest:
                self._forget(next(iter(self._copies)))

    def drop(self, name):
        with self._lock:
            self._forget(name)

    def _forget(self, name):
        gone = self._copies.pop(name, None)
        self._size -= gone.size if gone else 0
