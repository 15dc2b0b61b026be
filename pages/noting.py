"""What is gone is told to the log once a minute: a thousand readers must not fill the disk with it."""

import logging
import time
from threading import Lock

PAUSE = 60  # seconds

log = logging.getLogger(__name__)
_told, _lock = {}, Lock()


def note(cause, fault, now=None):
    """Tell the log, unless that was done a moment ago; then it is counted, and told with the next line."""
    now = time.monotonic() if now is None else now
    with _lock:
        told_at, unsaid = _told.get(cause, (None, 0))
        if told_at is not None and now - told_at < PAUSE:
            _told[cause] = told_at, unsaid + 1
            return
        _told[cause] = now, 0
    words = " ".join(str(fault).split())[:200]
    log.error("Out of order: %s (%s: %s); %d more since.", cause.value, type(fault).__name__, words, unsaid)


def forget():
    """As if nothing had been told yet."""
    with _lock:
        _told.clear()
