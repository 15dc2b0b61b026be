"""`python -m tests.drill.words "migrate --run-syncdb" "backup x.tar"`: commands, one after the other.

In a house of the tests: tables are made from the models, and all commands share the time that a start costs.
Besides those of manage.py: `lay_out FOLDER PAGES` loads a small demo centre, `publish NUMBER` publishes a
page until it is stopped, `sound` looks for halves.
"""

import os
import shlex
import signal
import sys
import time
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction

ROOT = Path(__file__).parents[2]
PAUSE = 0.05
"""Seconds between two clicks of an editor. Whoever never lets go starves the others on SQLite."""


class WithoutMigrations:
    """Tables are made from the models."""

    def __contains__(self, app):
        return True

    def __getitem__(self, app):
        return None


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


def publish(number):
    """Publish one page again and again, each time under a new name, in one transaction."""
    page = StandardPage.objects.get(slug=f"drill-{number}")
    ended = []
    signal.signal(signal.SIGTERM, lambda *_: ended.append(True))
    print("ready", flush=True)
    count = 0
    while not ended:
        count += 1
        page.title = f"Drill {number}, {count}"
        with transaction.atomic():
            page.save_revision().publish()
        time.sleep(PAUSE)
    print(count, flush=True)


def lay_out(folder, pages):
    """A small demo centre, and as many pages below its home page as there will be writers."""
    plant()
    call_command("demo", folder=tiny_demo(Path(folder)))
    home = Page.objects.filter(depth=2).first().specific
    for number in range(int(pages)):
        home.add_child(instance=StandardPage(title="Drill", slug=f"drill-{number}", locale=home.locale))


def sound():
    """Every published page says what its published revision says, and nothing is half there."""
    pages = list(StandardPage.objects.filter(slug__startswith="drill-", live_revision__isnull=False))
    halves = [page for page in pages if page.live_revision.content["title"] != page.title]
    connection.check_constraints()
    print(f"sound {len(pages)}" if not halves else f"halves {halves}", flush=True)


OWN = {"publish": publish, "lay_out": lay_out, "sound": sound}

if __name__ == "__main__":
    django.setup()
    settings.MIGRATION_MODULES = WithoutMigrations()

    from wagtail.models import Page

    from pages.standard.models import StandardPage
    from tests.conftest import plant
    from tests.make.demo import tiny_demo

    for words in sys.argv[1:]:
        name, *rest = shlex.split(words)
        OWN[name](*rest) if name in OWN else call_command(name, *rest)
