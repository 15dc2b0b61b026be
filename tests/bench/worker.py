"""Houses of several sizes side by side: each in a process of its own, asked in turns.

So a busy machine slows all of them alike.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile

from tests.bench.table import show

ROUNDS = 15


class Worker:
    """A house of its own in a process of its own: `module` builds it when it is called with a size."""

    def __init__(self, module, *size):
        self.folder = tempfile.TemporaryDirectory(prefix="quartier-bench-")
        environment = {
            **os.environ,
            "DATA_DIR": self.folder.name,
            "DJANGO_SETTINGS_MODULE": "quartier.settings.demo",
            "PYTHONPATH": "site:.",
        }
        command = [sys.executable, "-m", module, *map(str, size)]
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


def compare(title, module, sizes, rounds=ROUNDS):
    """Print queries and CPU ms of each question at each size, and the largest in times of the others."""
    workers = {name: Worker(module, *size) for name, size in sizes.items()}
    answers = {name: [] for name in workers}
    for _round in range(rounds + 1):
        for name, worker in workers.items():
            answers[name].append(worker.ask())
    for worker in workers.values():
        worker.end()
    *smaller, largest = sizes
    heads = [
        title,
        *(f"queries {name}" for name in sizes),
        *(f"CPU ms {name}" for name in sizes),
        *(f"{largest} to {name}" for name in smaller),
    ]
    show(title, heads, [[question, *_row(question, answers)] for question in next(iter(answers.values()))[0]])


def _row(question, answers):
    warm = [[answer[question] for answer in each[1:]] for each in answers.values()]
    queries = [each[0][1] for each in warm]
    *times, most = (statistics.median(spent for spent, _queries in each) for each in warm)
    return [*queries, *times, most, *(most / time for time in times)]


def house(build, size):
    """In the worker: build a house of this size, then let it answer once a round."""
    import django  # noqa: PLC0415  (settings are named by then)

    django.setup()
    answering = build(*map(int, size))
    print("ready", flush=True)
    for _line in sys.stdin:
        print(json.dumps(answering.round()), flush=True)
