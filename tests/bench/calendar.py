"""The calendar with a hundred events and with ten thousand, side by side in one run.

A small calendar shows less on a page. So there are two of them: one as thinly spread as the large one, and
one whose events all lie around the days asked for, so that its pages are as full as those of the large one.
CPU time of the whole answer, without any cache; the median of all rounds.
"""

import sys
from datetime import date, timedelta

from tests.bench.worker import compare, house

AHEAD = 200
"""Days from today: the day that is asked for."""

SIZES = {"100": (100, 10, 0, 600), "100 close": (100, 10, AHEAD - 35, 7), "10,000": (10_000, 10, 0, 600)}
"""Events, dates of each, days until the first begins, days over which they begin."""

MONTH = date.today() + timedelta(days=AHEAD)
QUESTIONS = {
    "list": "?",
    "list with filters": "?fuer=b1&thema=b2&kostenlos=1",
    "month": f"?ansicht=monat&datum={MONTH}",
    "month with filters": f"?ansicht=monat&datum={MONTH}&fuer=b1&thema=b2",
    "week": f"?ansicht=woche&datum={MONTH}",
    "day": f"?ansicht=tag&datum={MONTH}",
    "kalender.ics": "kalender.ics?thema=b2",
    "feed.xml": "feed.xml",
}


def main():
    print("Filling calendars with 100, 100 and 10,000 events …", flush=True)
    compare("The calendar: events", "tests.bench.calendar", SIZES)


def build(*size):
    from tests.bench.answering import FullCalendar  # noqa: PLC0415  (settings are named by then)

    return FullCalendar(QUESTIONS, *size)


if __name__ == "__main__":
    house(build, sys.argv[1:]) if len(sys.argv) > 1 else main()
