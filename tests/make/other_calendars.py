"""What programs that we did not write read in our calendar files: one in Python, one in JavaScript."""

import json
import subprocess
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from shutil import which

import icalendar
import recurring_ical_events
from django.test import Client
from django.utils.translation import override, pgettext

from pages.events.asking import Wish
from pages.events.listing import open_dates
from pages.events.wall import BERLIN
from tests.browser.visiting import HERE

NODE = which("node")
EVER = date(2000, 1, 1), date(2105, 1, 1)
STATES = {"cancelled": "CANCELLED cancelled", "closed": "CANCELLED cancelled", "postponed": "CANCELLED left"}


def read_in_python(body):
    """What icalendar and recurring-ical-events make of a file."""
    calendar = icalendar.Calendar.from_ical(body)
    assert not [error for part in calendar.walk() for error in part.errors]
    found = recurring_ical_events.of(calendar).between(*EVER)
    return [_by_python(event) for event in found]


def read_in_javascript(body):
    """What ical.js makes of a file."""
    command = [NODE, HERE / "expand.mjs", HERE]
    said = subprocess.run(command, input=body, capture_output=True, timeout=120, check=False)
    assert said.returncode == 0, said.stderr.decode()
    return [_by_javascript(entry) for entry in json.loads(said.stdout)]


def ours(rows):
    """Our own dates in the same shape: from when, until when, and what has become of it."""
    return [_by_us(row) for row in rows]


def assert_same_as_our_own(calendar_page, query="", readers=(read_in_python, read_in_javascript)):
    """Every program finds the same dates, times and states in the file as stand in our own calendar."""
    answer = Client().get(f"{calendar_page.url}kalender.ics?{query}")
    now = datetime.now(BERLIN)
    since = now.replace(year=now.year - 1, day=1, hour=0, minute=0, second=0, microsecond=0)
    dates = Wish.of(answer.wsgi_request.GET).narrow(open_dates(calendar_page)).filter(until__gt=since)
    wanted = Counter(ours(dates))
    assert wanted, "without a date nothing is compared"
    with override(calendar_page.locale.language_code):
        for read in readers:
            found = Counter(read(answer.content))
            assert found == wanted, {"missing": [*(wanted - found)], "too much": [*(found - wanted)]}


def _by_us(row):
    state = STATES.get(row.state, "CONFIRMED full" if row.is_full else "CONFIRMED")
    ends = row.ends if row.ends and row.ends > row.starts else None
    if row.is_whole_day:
        ends = ends or row.starts + timedelta(days=1)
        return *(moment.astimezone(BERLIN).date() for moment in (row.starts, ends)), state
    return row.starts.astimezone(UTC), ends and ends.astimezone(UTC), state


def _by_python(event):
    starts, ends = event["DTSTART"].dt, event["DTEND"].dt if "DTEND" in event else None
    return _entry(starts, ends, str(event["STATUS"]), str(event["SUMMARY"]))


def _by_javascript(entry):
    starts, ends = (entry[name] and datetime.fromisoformat(entry[name]) for name in ("starts", "ends"))
    if len(entry["starts"]) == len("2026-12-03"):
        starts, ends = starts.date(), ends.date()
    return _entry(starts, ends, entry["status"], entry["summary"])


def _entry(starts, ends, status, summary):
    words = {
        pgettext("before a title in feeds", "CANCELLED:"): "cancelled",
        pgettext("before a title in feeds", "POSTPONED:"): "left",
        pgettext("before a title in feeds", "FULLY BOOKED:"): "full",
    }
    states = [word for prefix, word in words.items() if summary.startswith(prefix)]
    state = " ".join([status, *states])
    if not isinstance(starts, datetime):
        return starts, ends, state
    ends = None if ends == starts else ends
    return starts.astimezone(UTC), ends and ends.astimezone(UTC), state
