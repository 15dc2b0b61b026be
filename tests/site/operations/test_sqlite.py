import runpy

import pytest
from django.core.management import call_command
from django.db import connections
from django.db.utils import load_backend

from quartier.operations import sqlite
from quartier.settings import production

pytestmark = pytest.mark.django_db


@pytest.fixture
def house_file(tmp_path, monkeypatch):
    """A database file as production opens it, connected under the name "house"."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'house.sqlite3'}")
    options = runpy.run_path(production.__file__)["DATABASES"]["default"]
    backend = load_backend(options["ENGINE"])
    house = backend.DatabaseWrapper({**connections["default"].settings_dict, **options}, alias="house")
    connections["house"] = house
    yield house
    house.close()
    del connections["house"]


def ask(connection, pragma):
    with connection.cursor() as cursor:
        return cursor.execute(f"PRAGMA {pragma}").fetchone()[0]


def test_people_can_read_while_someone_writes(house_file):
    sqlite.after_migrating(using="house")

    assert ask(house_file, "journal_mode") == "wal"


def test_the_mode_outlives_the_connection(house_file):
    sqlite.after_migrating(using="house")
    house_file.close()

    assert ask(house_file, "journal_mode") == "wal"


def test_writers_wait_for_each_other_and_do_not_wait_for_the_disk_each_time(house_file):
    assert ask(house_file, "busy_timeout") == 20_000
    assert ask(house_file, "synchronous") == 1
    assert ask(house_file, "cache_size") == -20_000
    assert ask(house_file, "mmap_size") == 134_217_728
    assert house_file.transaction_mode == "IMMEDIATE"


def test_the_operator_is_warned_of_a_database_in_use_without_the_log(house_file):
    with house_file.cursor() as cursor:
        cursor.execute("CREATE TABLE page (id)")

    assert sqlite.check_wal(None, databases=["house"]) == [sqlite.WAL_IS_OFF]


def test_after_migrating_there_is_nothing_to_warn_of(house_file):
    with house_file.cursor() as cursor:
        cursor.execute("CREATE TABLE page (id)")
    sqlite.after_migrating(using="house")

    assert sqlite.check_wal(None, databases=["house"]) == []


def test_a_database_that_is_still_to_be_made_is_no_reason_to_warn(house_file):
    assert sqlite.check_wal(None, databases=["house"]) == []


def test_other_databases_are_left_alone():
    sqlite.after_migrating(using="default")

    call_command("check", databases=["default"], fail_level="WARNING")
