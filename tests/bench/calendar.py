"""The calendar with a hundred events and with ten thousand, side by side in one run.

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

SIZES = {"100 events, 1,000 dates": (100, 10), "10,000 events, 100,000 dates": (10_000, 10)}
ROUNDS = 15
MONTH = date.today() + timedelta(days=200)
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
    print("Filling two calendars …", flush=True)
    workers = {name: Worker(*size) for name, size in SIZES.items()}
    answers = {name: [] for name in workers}
    for _round in range(ROUNDS + 1):
        for name, worker in workers.items():
            answers[name].append(worker.ask())
    small, large = ([*each[1:]] for each in answers.values())
    print(f"\n{'':22}{'queries':>16}{'CPU ms':>18}{'ratio':>8}")
    for question in small[0]:
        queries = [answer[0][question][1] for answer in (small, large)]
        times = [statistics.median(answer[question][0] for answer in size) for size in (small, large)]
        print(
            f"{question:22}{queries[0]:>8}{queries[1]:>8}{times[0]:>9.1f}{times[1]:>9.1f}"
            f"{times[1] / times[0]:>8.2f}"
        )
    for worker in workers.values():
        worker.end()


class Worker:
    """A house of its own in a process of its own."""

    def __init__(self, events, dates):
        self.folder = tempfile.TemporaryDirectory(prefix="quartier-bench-")
        environment = {
            **os.environ,
            "DATA_DIR": self.folder.name,
            "DJANGO_SETTINGS_MODULE": "quartier.settings.demo",
            "PYTHONPATH": "site:.",
        }
        command = [sys.executable, "-m", "tests.bench.calendar", str(events), str(dates)]
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


def house(events, dates):
    """In the worker: fill a house, then answer each question once a round."""
    import django  # noqa: PLC0415  (settings are named by then)

    django.setup()
    from tests.bench.answering import Answering  # noqa: PLC0415

    answering = Answering(events, dates)
    print("ready", flush=True)
    for _line in sys.stdin:
        print(json.dumps(answering.round(QUESTIONS)), flush=True)


if __name__ == "__main__":
    house(*map(int, sys.argv[1:])) if len(sys.argv) > 1 else main()
