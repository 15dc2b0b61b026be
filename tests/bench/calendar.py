"""The calendar with a hundred events and with ten thousand, side by side in one run.

A small calendar shows less on a page. So there are two of them: one as thinly spread as the large one, and
one whose events all lie around the days asked for, so that its pages are as full as those of the large one.

Each size is a process with a database of its own; the parent asks them in turns, so that a busy machine slows
both alike. CPU time of the whole answer, without any cache; the median of all rounds.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from datetime import date, timedelta

AHEAD = 200
"""Days from today: the day that is asked for."""

SIZES = {"100": (100, 10, 0, 600), "100 close": (100, 10, AHEAD - 35, 7), "10,000": (10_000, 10, 0, 600)}
"""Events, dates of each, days until the first begins, days over which they begin."""

ROUNDS = 15
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
    workers = {name: Worker(*size) for name, size in SIZES.items()}
    answers = {name: [] for name in workers}
    for _round in range(ROUNDS + 1):
        for name, worker in workers.items():
            answers[name].append(worker.ask())
    print(f"\n{'':22}{'queries':^24}{'CPU ms':^30}{'10,000 to':^20}")
    print(f"{'':22}{''.join(f'{name:>10}' for name in [*SIZES] * 2)}{'100':>10}{'100 close':>10}")
    for question in answers["100"][0]:
        warm = [[answer[question] for answer in each[1:]] for each in answers.values()]
        queries = [each[0][1] for each in warm]
        times = [statistics.median(spent for spent, _queries in each) for each in warm]
        counted, timed = (
            "".join(f"{each:>10}" for each in queries),
            "".join(f"{each:>10.1f}" for each in times),
        )
        print(f"{question:22}{counted}{timed}{times[2] / times[0]:>10.2f}{times[2] / times[1]:>10.2f}")
    for worker in workers.values():
        worker.end()


class Worker:
    """A house of its own in a process of its own."""

    def __init__(self, *size):
        self.folder = tempfile.TemporaryDirectory(prefix="quartier-bench-")
        environment = {
            **os.environ,
            "DATA_DIR": self.folder.name,
            "DJANGO_SETTINGS_MODULE": "quartier.settings.demo",
            "PYTHONPATH": "site:.",
        }
        command = [sys.executable, "-m", "tests.bench.calendar", *map(str, size)]
        self.process = subprocess.Popen(
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._line()

    def ask(self):
        self.process.stdin.write("round\n")
        self.process.stdin.flush()
        return json.loads(self._line())

    def end(self):
        self.process.stdin.close()
        self.process.wait()
        self.folder.cleanup()

    def _line(self):
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit("A house fell down; see above.")
        return line


def house(*size):
    """In the worker: fill a house, then answer each question once a round."""
    import django  # noqa: PLC0415  (settings are named by then)

    django.setup()
    from tests.bench.answering import Answering  # noqa: PLC0415

    answering = Answering(*size)
    print("ready", flush=True)
    for _line in sys.stdin:
        print(json.dumps(answering.round(QUESTIONS)), flush=True)


if __name__ == "__main__":
    house(*map(int, sys.argv[1:])) if len(sys.argv) > 1 else main()
