"""`python -m tests.drill.words "migrate --run-syncdb" "backup x.tar"`: commands, one after the other.

In a house of the tests: tables are made from the models, and all commands share the time that a start costs.
Besides those of manage.py: `lay_out FOLDER PAGES` loads a small demo centre, `keep_under_fire WRITERS FILES`
makes backups while people publish, `sound` looks for halves.
"""

import os
import shlex
import signal
import sys
import time
from pathlib import Path

from django.core.management import call_command
from django.db import connection, connections, transaction

from tests.make import tables

ROOT = Path(__file__).parents[2]
PAUSE = 0.05
"""Seconds between two clicks of an editor. Whoever never lets go starves the others on SQLite."""

MOST = 250
"""What an exit code can say, and more than anybody manages."""


def command(*words):
    """What to start a process with that says these."""
    return [sys.executable, "-m", "tests.drill.words", *words]


def house(folder, database=""):
    """The environment of a house that lives in a folder, with a database elsewhere or in that folder."""
    folder.mkdir(exist_ok=True)
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "quartier.settings.test",
        "PYTHONPATH": f"{ROOT / 'site'}{os.pathsep}{ROOT}",
        "DATA_DIR": str(folder),
        "DATABASE_URL": database or f"sqlite:///{folder / 'quartier.sqlite3'}",
        "SECRET_KEY": "at the drill",
        "SITE_URL": "http://testserver",
    }


def keep_under_fire(writers, *files):
    """Make backups while so many others publish; says how often these did."""
    connections.close_all()
    born = [_publisher(number) for number in range(int(writers))]
    try:
        for file in files:
            call_command("backup", file)
    finally:
        for process in born:
            os.kill(process, signal.SIGTERM)
        counts = [os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) for process in born]
    print(f"published {sum(counts)}, the laziest {min(counts)}", flush=True)


def _publisher(number):
    """A process that publishes a page again and again, each time anew. Its exit code: how often."""
    if process := os.fork():
        return process
    ended = []
    signal.signal(signal.SIGTERM, lambda *_: ended.append(True))
    page = StandardPage.objects.get(slug=f"drill-{number}")
    count = 0
    while not ended and count < MOST:
        count += 1
        page.title = f"Drill {number}, {count}"
        with transaction.atomic():
            page.save_revision().publish()
        time.sleep(PAUSE)
    return os._exit(count)


def lay_out(folder, pages):
    """A small demo centre, and as many pages below its home page as there will be writers."""
    plant()
    call_command("demo", folder=tiny_demo(Path(folder)))
    home = Page.objects.filter(depth=2).first().specific
    for number in range(int(pages)):
        home.add_child(instance=StandardPage(title="Drill", slug=f"drill-{number}", locale=home.locale))


def sound():
    """Every published page says what its published revision says, and nothing is half there."""
    pages = list(StandardPage.objects.filter(slug__startswith="drill-"))
    halves = [
        each for each in pages if each.live_revision and each.live_revision.content["title"] != each.title
    ]
    connection.check_constraints()
    print(f"sound {len(pages)}" if not halves else f"halves {halves}", flush=True)


OWN = {"keep_under_fire": keep_under_fire, "lay_out": lay_out, "sound": sound}

if __name__ == "__main__":
    tables.begin()

    from wagtail.models import Page

    from pages.standard.models import StandardPage
    from tests.make.demo import tiny_demo
    from tests.make.house import plant

    for words in sys.argv[1:]:
        name, *rest = shlex.split(words)
        OWN[name](*rest) if name in OWN else call_command(name, *rest)
