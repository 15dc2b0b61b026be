"""Two machines serve and work together on one database, one cache, one store of files."""

import json
import os
import re
import subprocess
import sys
import time
from collections import Counter
from contextlib import ExitStack
from tempfile import TemporaryDirectory
from threading import Thread

import psycopg
import pytest
import requests
from bs4 import BeautifulSoup

from tests.beyond.machines import HOUSE, two
from tests.crash.fire import a_sink
from tests.make.editing import filled
from tests.make.ground import Postgres, Redis, Store, postgres_programs
from tests.make.house import PASSWORD
from tests.make.pictures import drawing
from tests.make.valkey import PROGRAM

RECIPIENTS, LETTERS = 200, 20
PATIENCE = 40
TOKEN = "for-the-figures-of-this-test"
MISSING = [
    name
    for name, found in {"PostgreSQL": postgres_programs(), "Valkey or Redis": PROGRAM}.items()
    if not found
]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed here: {', '.join(MISSING)}")


@pytest.fixture(scope="module")
def street(tmp_path_factory):
    """Machines a and b, all that they share, and what the mail server has taken."""
    folder = tmp_path_factory.mktemp("beyond")
    with ExitStack() as open_until_the_end:
        begin = open_until_the_end.enter_context
        shared = [Postgres(begin(TemporaryDirectory())), Redis(), Store()]
        for server in shared:
            open_until_the_end.callback(server.stop)
        taken = folder / "taken.txt"
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")},
            "DJANGO_SETTINGS_MODULE": "tests.beyond.settings",
            "PYTHONPATH": f"{HOUSE / 'site'}{os.pathsep}{HOUSE}",
            "SECRET_KEY": "shared by both machines",
            "ALLOWED_HOSTS": "127.0.0.1",
            "EMAIL_URL": f"smtp://127.0.0.1:{begin(a_sink(taken, {'answer_after': 0.03}))}",
            "MAIL_FROM": "Haus am Park <haus@park.example>",
            "MAIL_CONNECTIONS": "1",
            "METRICS_TOKEN": TOKEN,
        }
        for server in shared:
            environment |= server.environment
        a, b = two(folder, {**environment, "SITE_URL": "http://127.0.0.1"})
        for machine in (a, b):
            open_until_the_end.callback(machine.stop)
            machine.serve()
        command = [sys.executable, "-m", "tests.beyond.house", str(RECIPIENTS), str(a.data), str(b.data)]
        told = subprocess.run(command, env=a.environment, cwd=HOUSE, capture_output=True, text=True)
        assert told.returncode == 0, told.stderr
        for machine in (a, b):
            machine.wait()
        yield a, b, taken, json.loads(told.stdout.splitlines()[-1]), environment["DATABASE_URL"]


@pytest.fixture
def rita(street):
    """An editor's browser, logged in at machine a."""
    browser, way = requests.Session(), f"{street[0].url}/admin/"
    form = browser.get(way, timeout=PATIENCE)
    found = BeautifulSoup(form.text, "html.parser").select_one("form[method=post]")
    hidden = {field["name"]: field.get("value", "") for field in found.select("input[type=hidden][name]")}
    who = {"username": "rita", "login": "rita", "password": PASSWORD}
    browser.post(form.url, {**hidden, **who}, headers={"Referer": form.url}, timeout=PATIENCE)
    return browser


def send(browser, address, found, **changes):
    """Fill in the form that was found there, and press the button."""
    fields, files = filled(found.text, **changes), {}
    if "file" in fields:
        files["file"] = fields.pop("file")
    return browser.post(address, fields, files=files, headers={"Referer": address}, timeout=PATIENCE)


def readers(machine, path):
    return requests.get(machine.url + path, timeout=PATIENCE)


def test_an_edit_at_one_is_read_at_the_other_at_once_though_both_keep_pages(street, rita):
    a, b, _taken, keys, _database = street
    for machine in (a, b, b):
        kept = readers(machine, "/de/ueber-uns/")
    assert kept.headers["X-Quartier-Copy"] == "hit"
    assert "Über uns" in kept.text
    edit = f"{a.url}/admin/pages/{keys['page']}/edit/"

    form = rita.get(edit, timeout=PATIENCE)
    send(rita, edit, form, title="Über uns alle", **{"action-publish": "action-publish"})

    assert "Über uns alle" in readers(b, "/de/ueber-uns/").text
    assert "Über uns alle" in readers(a, "/de/ueber-uns/").text


def test_who_logged_in_at_one_is_known_at_the_other_also_after_the_first_was_started_anew(street, rita):
    a, b, *_more = street

    assert rita.get(f"{b.url}/admin/", timeout=PATIENCE).url == f"{b.url}/admin/"
    a.restart()

    for machine in (a, b):
        assert rita.get(f"{machine.url}/admin/", timeout=PATIENCE).url == f"{machine.url}/admin/"


def test_a_picture_given_to_one_is_drawn_by_the_other_and_once(street, rita):
    a, b, *_more, database = street
    add = f"{a.url}/admin/images/add/"
    photo = ("fest.jpg", drawing((1400, 1000), "JPEG"), "image/jpeg")
    form = rita.get(add, timeout=PATIENCE)
    send(rita, add, form, title="Fest", file=photo, alt_de="Menschen tanzen", consent="not-needed")
    with psycopg.connect(database) as line:
        [[number]] = line.execute("SELECT id FROM pictures_picture").fetchall()
        line.execute("DELETE FROM pictures_rendition")
    page = rita.get(f"{b.url}/admin/images/{number}/", timeout=PATIENCE)
    assert page.status_code == 200
    drawn = re.search(rf"/media/images/{number}\.[^\"]+", page.text)[0]
    version = drawn.split(".")[1]
    with psycopg.connect(database) as line:
        line.execute("DELETE FROM pictures_rendition")
    got = []

    asking = [
        Thread(
            target=lambda at=at: got.append(
                readers(at, f"/media/images/{number}.{version}.fill-420x315.avif")
            )
        )
        for at in (a, b, a, b)
    ]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()

    assert {answer.status_code for answer in got} == {200}
    assert len({answer.content for answer in got}) == 1
    with psycopg.connect(database) as line:
        rows = line.execute("SELECT file FROM pictures_rendition WHERE filter_spec LIKE '%%avif'").fetchall()
    assert rows == [(f"images/{number}.{version}.fill-420x315.avif",)]


def test_two_workers_send_each_mail_once_and_share_the_work(street):
    a, b, taken, _keys, database = street

    for machine in (a, b):
        machine.work()
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and _lines(taken) < RECIPIENTS + LETTERS:
        time.sleep(0.2)
    time.sleep(1)  # for a second one of any

    got = Counter(line.split()[0] for line in taken.read_text().splitlines())
    assert len(got) == RECIPIENTS + LETTERS, a.said() + b.said()
    assert set(got.values()) == {1}
    with psycopg.connect(database) as line:
        states = line.execute("SELECT DISTINCT state FROM mailings_delivery").fetchall()
        counters = line.execute("SELECT counter FROM mailings_installation").fetchall()
    assert states == [("sent",)]
    assert len(counters) == 2
    assert all(counter for [counter] in counters)  # both machines have sent


def test_each_tells_its_figures_to_who_has_the_token(street):
    for machine in street[:2]:
        readers(machine, "/de/")
        told = requests.get(
            f"{machine.url}/metrics", headers={"Authorization": f"Bearer {TOKEN}"}, timeout=PATIENCE
        )

        assert told.status_code == 200
        assert re.search(r'quartier_requests_total{kind="page",status="200"} [1-9]', told.text)
        assert re.search(r'quartier_copies_total{copy="(hit|miss)"} [1-9]', told.text)
        assert "quartier_database_up 1.0" in told.text
    assert readers(street[0], "/metrics").status_code == 404


def _lines(file):
    return file.read_bytes().count(b"\n") if file.exists() else 0
