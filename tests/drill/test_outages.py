"""The short drills: a small house, really served, and its database really gone."""

import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from tests.beyond.machines import HOUSE, Machine
from tests.drill import editors
from tests.drill.founding import EDITORS
from tests.drill.people import Editor, Sender, Visitor
from tests.make.house import PASSWORD
from tests.make.ports import free_port


class Small:
    """A small house on a machine, as the drills know houses."""

    def __init__(self, folder, environment):
        port, data = free_port(), folder / "data"
        data.mkdir()
        url = f"http://127.0.0.1:{port}"
        plain = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        self.environment = (
            plain
            | environment
            | {
                "DJANGO_SETTINGS_MODULE": "tests.beyond.settings",
                "SECRET_KEY": "only for this test",
                "SITE_URL": url,
                "ALLOWED_HOSTS": "127.0.0.1",
                "DATA_DIR": str(data),
                "PYTHONPATH": f"{HOUSE / 'site'}:{HOUSE}",
            }
        )
        told = subprocess.run(
            [sys.executable, "-m", "tests.drill.founding"],
            cwd=HOUSE,
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
        )
        self.there = json.loads(told.stdout.splitlines()[-1])
        self.machine = Machine(data, port, self.environment)
        self.machine.serve()
        self.machine.wait()
        self.url, self.stop, self.said = url, self.machine.stop, self.machine.said

    def reader(self):
        return Visitor(self.url)

    def editor(self, name=EDITORS[0]):
        editor = Editor(self.url)
        assert editor.log_in(name, PASSWORD).status == 302
        return editor

    def sender(self):
        return Sender(self.url).fill(self.there["form"])


@pytest.fixture
def house(tmp_path):
    """On SQLite."""
    house = Small(tmp_path, {})
    yield house
    house.stop()


@pytest.fixture(scope="module")
def on_postgres(tmp_path_factory, postgres):
    """One house for several tests: each asks for pages of its own."""
    house = Small(tmp_path_factory.mktemp("on_postgres"), postgres.environment)
    yield house
    house.stop()


def test_a_database_that_is_gone_costs_nobody_anything_but_patience(on_postgres, postgres):
    reader, editor, sender = on_postgres.reader(), on_postgres.editor(), on_postgres.sender()
    reader.ask("/de/")

    postgres.stop()
    kept, new, form = reader.ask("/de/"), reader.ask("/de/seite-1/"), sender.send()
    desk = editor.ask("/admin/")
    postgres.start()

    assert kept.status == 200
    assert kept.copy in ("hit", "stale")
    assert (new.status, new.words) == (503, "Diese Seite lässt sich gerade nicht zeigen")
    assert "030 5550-100" in new.html
    assert (form.status, form.words) == (503, "Wir konnten das gerade nicht annehmen")
    assert "Ist der Saal frei?" in form.html
    assert "Die Datenbank antwortet nicht. Sie bleiben angemeldet." in desk.html
    assert reader.ask("/de/seite-1/").status == 200
    assert editor.ask("/admin/").status == 200
    assert [sender.send().status for _time in range(2)] == [303, 303]
    assert "Traceback" not in on_postgres.said()


def test_a_database_that_hangs_holds_nobody_for_long_and_kept_pages_not_at_all(on_postgres, postgres):
    reader, sender = on_postgres.reader(), on_postgres.sender()
    asked = ["/de/", "/de/seite-2/"]
    for path in asked:
        reader.ask(path)

    postgres.freeze()
    with ThreadPoolExecutor() as crowd:  # more than the house has threads
        first = [crowd.submit(on_postgres.reader().ask, f"/de/seite-{number}/") for number in range(3, 9)]
    kept = [reader.ask(path) for path in asked]
    new, form, again = reader.ask("/de/seite-3/"), sender.send(), reader.ask("/de/seite-4/")
    postgres.thaw()
    thawed = time.monotonic()
    while reader.ask("/de/seite-3/").status != 200 and time.monotonic() - thawed < 10:
        time.sleep(0.1)
    recovery = time.monotonic() - thawed

    assert [each.result().status for each in first] == [503] * 6
    assert max(each.result().seconds for each in first) < 7
    assert [(page.status, page.seconds < 1) for page in kept] == [(200, True)] * 2
    assert (new.status, new.words) == (503, "Diese Seite lässt sich gerade nicht zeigen")
    assert (form.status, form.words) == (503, "Wir konnten das gerade nicht annehmen")
    assert max(answer.seconds for answer in (new, form, again)) < 1
    assert recovery < 8
    assert [sender.send().status for _time in range(2)] == [303, 303]
    assert "Traceback" not in on_postgres.said()


def test_a_question_that_takes_its_time_is_waited_for(on_postgres, postgres):
    with psycopg.connect(postgres.environment["DATABASE_URL"]) as other, ThreadPoolExecutor() as crowd:
        other.execute("LOCK TABLE standard_standardpage")
        slow = crowd.submit(on_postgres.reader().ask, "/de/seite-0/")
        time.sleep(4)
        other.rollback()
        answer = slow.result()

    assert answer.status == 200
    assert answer.seconds > 3


def test_four_editors_and_twelve_readers_never_hear_that_sqlite_is_locked(house, monkeypatch, capsys):
    monkeypatch.setattr(editors, "editable", lambda house, count: house.there["pages"][:count])
    monkeypatch.setattr(editors, "PAUSE", 0.2)

    assert editors.trouble(house, seconds=4, readers=12) == []
    assert "publishes" in capsys.readouterr().out
