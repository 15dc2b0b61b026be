"""A line to PostgreSQL: what was changed over it is told to readers, even if perhaps it was not."""

import socket
import time
from contextlib import contextmanager

import psycopg
import pytest
from django.db import OperationalError, connections, transaction
from django.db.utils import load_backend

from quartier.outages import hanging
from quartier.outages.postgresql import unclear
from quartier.page_cache import watching
from quartier.page_cache.version import File
from quartier.page_cache.versions import folder
from quartier.settings.databases import database


@pytest.fixture
def line(postgres, settings, tmp_path, django_db_blocker):
    """Watched as that of a web process is."""
    settings.DATA_DIR = tmp_path
    setting = {**connections["default"].settings_dict, **database(postgres.environment["DATABASE_URL"])}
    line = connections["line"] = load_backend(setting["ENGINE"]).DatabaseWrapper(setting, alias="line")
    line.execute_wrappers.append(watching.notice)
    unclear.connect(watching.doubt)
    with django_db_blocker.unblock(), line.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS leaflet (words text)")
        yield line
        line.close()
    unclear.disconnect(watching.doubt)
    del connections["line"]


@pytest.fixture
def silent(monkeypatch):
    """The address of a server that takes lines and says nothing on them; readers are being answered."""
    monkeypatch.setattr(hanging.watch, "is_on", True)
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"postgres://quartier@127.0.0.1:{server.getsockname()[1]}/quartier"
    end = time.monotonic() + 10
    while hanging.watch.hangs and time.monotonic() < end:  # it is gone now, and that is an answer
        time.sleep(0.1)


@contextmanager
def told():
    """Around something that makes all copies of pages old."""
    version = File(folder())
    before = version.state().version
    yield
    assert version.state().version != before


def cut_all(postgres):
    """End all lines, as a network does that goes down."""
    ending = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
    with psycopg.connect(postgres.environment["DATABASE_URL"]) as other:
        other.execute(f"{ending} AND backend_type = 'client backend'")


def test_a_commit_whose_answer_was_lost_counts_as_done(line, postgres):
    def change():
        with transaction.atomic(using="line"), line.cursor() as cursor:
            cursor.execute("INSERT INTO leaflet VALUES ('Sommerfest')")
            cut_all(postgres)

    with told(), pytest.raises(OperationalError):
        change()

    assert len(list((folder() / "promises").iterdir())) == 1  # told once more, when it cannot come any more


def test_a_statement_whose_answer_was_lost_counts_as_done(line, postgres):
    cut_all(postgres)

    with told(), pytest.raises(OperationalError), line.cursor() as cursor:
        cursor.execute("INSERT INTO leaflet VALUES ('Sommerfest')")

    assert len(list((folder() / "promises").iterdir())) == 1


def test_rows_that_are_poured_in_are_a_change(line):
    with told(), line.cursor() as cursor:
        with cursor.copy("COPY leaflet FROM STDIN") as rows:
            rows.write_row(["Flohmarkt"])
        cursor.execute("SELECT 1 FROM leaflet WHERE words = 'Flohmarkt'")

        assert cursor.fetchone()


def test_a_function_of_the_database_may_change_something(line):
    with line.cursor() as cursor:
        body = "INSERT INTO leaflet VALUES ('Nähcafé')"
        cursor.execute(f"CREATE OR REPLACE FUNCTION add() RETURNS void LANGUAGE sql AS $${body}$$")

    with told(), line.cursor() as cursor:
        cursor.callproc("add")


def test_behind_a_network_that_swallows_everything_only_the_first_one_waits(silent, django_db_blocker):
    setting = {**connections["default"].settings_dict, **database(silent)}
    line = load_backend(setting["ENGINE"]).DatabaseWrapper(setting, alias="line")
    waited = []

    for _reader in range(3):
        began = time.monotonic()
        with django_db_blocker.unblock(), pytest.raises(OperationalError):
            line.ensure_connection()
        waited.append(time.monotonic() - began)

    assert 2 < waited[0] < 6
    assert max(waited[1:]) < 0.5
