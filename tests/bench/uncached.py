"""A page that nobody has kept, beside a bare page of Wagtail and a word of Django: `make bench`.

Three servers of one process each are asked in turns; the CPU time of each is read from the system's books.
"""

import statistics
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.bench.server import granian, here
from tests.bench.table import show

ROUNDS = 7
OURS = {"DJANGO_SETTINGS_MODULE": "quartier.settings.demo"}
BARE = {"DJANGO_SETTINGS_MODULE": "tests.bench.bare.settings"}


def main():
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="quartier-bench-")))
        bare = stack.enter_context(_bare(folder / "bare"))
        ours = stack.enter_context(twelve_bricks(folder / "ours"))
        measured = {
            "Django, a word": (bare, "/hello/", 300),
            "Wagtail, a bare page": (bare, "/kontakt/", 60),
            "Quartier, a page of 12 bricks": (ours, "/de/beratung/?turn={turn}", 30),
        }
        costs = costs_in_turns(measured)
    page = costs["Wagtail, a bare page"]
    show(
        "A page that nobody has kept",
        ["what", "CPU ms", "× bare page"],
        [[name, cost, cost / page] for name, cost in costs.items()],
    )


def costs_in_turns(measured, headers=None, rounds=ROUNDS):
    """CPU milliseconds of one answer of each: name → (server, path, times). The first round is left out."""
    spent = {name: [] for name in measured}
    for turn in range(rounds + 1):
        for name, (server, path, times) in measured.items():
            before = server.cpu()
            status, _headers, _body = server.ask(path.replace("{turn}", f"{turn}-{{turn}}"), times, headers)
            assert status == 200, (name, status)
            spent[name].append((server.cpu() - before) * 1000 / times)
    return {name: statistics.median(each[1:]) for name, each in spent.items()}


def twelve_bricks(folder, settings=None):
    """A served house with one such page, at /de/beratung/."""
    settings = {**OURS, **(settings or {})}
    return _built(folder, "tests.bench.twelve", "quartier.wsgi:application", "/de/beratung/", settings)


def _bare(folder):
    return _built(folder, "tests.bench.bare.house", "tests.bench.bare.wsgi:application", "/hello/", BARE)


def _built(folder, builder, application, path, settings):
    folder.mkdir()
    settings = {**settings, "DATA_DIR": str(folder)}
    subprocess.run([sys.executable, "-m", builder], env=here(settings), check=True, stdout=subprocess.DEVNULL)
    return granian(application, path, **settings)


if __name__ == "__main__":
    main()
