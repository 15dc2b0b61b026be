"""A restored backup sends nothing by itself: what was sent since, it does not know.

Each machine that sends has a mark in the database and in its own files, with a counter that moves whenever it
sends; and a file that nobody touches, known by when the file system made it, which no copy can pretend. Where
the two do not agree, all that is on its way is held until a person continues.
"""

import fcntl
import json
import os
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.crypto import get_random_string

from pages.letters.models import Letter
from pages.letters.models import State as LetterState
from pages.mailings import planning
from pages.mailings.models import Cause, Installation, Mailing, Progress

IDLE_AFTER = timedelta(hours=48)
SEEN_EVERY = timedelta(minutes=10)


def look(now):
    """Whether this is the machine that the database knows. If not, everything waits for a person."""
    with _locked():
        noted = _noted()
        known = Installation.objects.filter(pk=noted.get("mark", "")).first()
        if known and known.anchor == _anchor() and known.counter >= noted["counter"]:
            if now - known.seen_at > IDLE_AFTER:
                _hold(Cause.IDLE, starts_at__lte=now)
            if now - known.seen_at > SEEN_EVERY:
                Installation.objects.filter(pk=known.pk).update(seen_at=now)
            return True
        _begin_anew(now, is_first=not noted and not Installation.objects.exists())
        return False


def move(now):
    """Note in both places that something is sent. First in the database: it may be ahead, never behind."""
    with _locked():
        mark = _noted().get("mark", "")
        Installation.objects.filter(pk=mark).update(counter=F("counter") + 1, seen_at=now)
        for counter in Installation.objects.filter(pk=mark).values_list("counter", flat=True):
            _note(mark, counter)


def begin_restored(now):
    """The database was brought back from a backup: a new mark, and everything is held at once."""
    with _locked():
        _begin_anew(now, is_first=False)


def _begin_anew(now, is_first):
    """A mark that only this machine has. The first of all has nothing to hold."""
    mark = get_random_string(32)
    anchor = _folder() / "anchor"
    anchor.unlink(missing_ok=True)
    anchor.write_text("Known by the moment at which it was made. Please leave it alone.\n")
    _note(mark, 0)
    with transaction.atomic():
        if not is_first:
            _hold_everything()
        Installation.objects.create(mark=mark, anchor=_anchor(), seen_at=now)


def _hold_everything():
    """What may have been sent since the backup, or is not to be sent by a copy of the site."""
    _hold(Cause.RESTORED)
    planning.hold_all(Cause.RESTORED.label)
    waiting = Letter.objects.filter(state__in=[LetterState.QUEUED, LetterState.SENDING])
    waiting.update(state=LetterState.UNCERTAIN)


def _hold(cause, **which):
    going = Mailing.objects.filter(progress__in=[Progress.SENDING, Progress.PAUSED], **which)
    going.update(progress=Progress.HELD, cause=cause, trouble="")


def _anchor():
    """What a copy cannot have: the number of the file, and the moment of its last change."""
    try:
        there = (_folder() / "anchor").stat()
    except FileNotFoundError:
        return ""
    return f"{there.st_ino}:{there.st_ctime_ns}"


def _noted():
    try:
        noted = json.loads((_folder() / "counter.json").read_text())
        return {"mark": str(noted["mark"]), "counter": int(noted["counter"])}
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError):
        return {"mark": "", "counter": 0}


def _note(mark, counter):
    """In one step, so that a crash leaves the old one or the new one."""
    path = _folder() / "counter.json"
    fresh = path.with_suffix(".new")
    with fresh.open("w") as file:
        json.dump({"mark": mark, "counter": counter}, file)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def _folder():
    path = Path(settings.DATA_DIR) / "mailings"
    path.mkdir(parents=True, exist_ok=True)
    return path


@contextmanager
def _locked():
    """One worker of this machine at a time."""
    with (_folder() / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
