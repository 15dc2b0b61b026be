"""Backups while people publish, and from one database to the other; `make drill` does it at length."""

import pytest
from django.db import connection

from tests.crash.fire import a_database
from tests.drill.backups import say, try_backups
from tests.drill.words import house


def test_every_backup_that_is_taken_while_four_publish_comes_back_whole(tmp_path):
    whole, published = try_backups(tmp_path, backups=4, writers=4)

    assert whole == 4
    assert published >= 1


@pytest.mark.django_db
def test_a_house_moves_from_sqlite_to_postgresql_and_back_and_says_the_same(tmp_path):
    if connection.vendor != "postgresql":
        pytest.skip("Runs in the round on PostgreSQL.")
    one, two, note = tmp_path / "one.tar", tmp_path / "two.tar", tmp_path / "said.txt"
    here, elsewhere = house(tmp_path / "sqlite"), tmp_path / "postgresql"
    fresh = "migrate --run-syncdb -v0"

    say(here, fresh, f"lay_out {tmp_path / 'demo'} 1", f"compare --write {note}", f"backup {one}")
    with a_database(tmp_path, _server()) as address:
        moved = say(house(elsewhere, address), fresh, f"restore {one}", f"compare {note}", f"backup {two}")
    back = say(house(tmp_path / "back"), fresh, f"restore {two}", f"compare {note}")

    assert "are the same" in moved
    assert "are the same" in back
    assert "on postgresql" in moved


def _server():
    """Where this test's own databases are made: the server of the suite."""
    there = connection.settings_dict
    port = f":{there['PORT']}" if there["PORT"] else ""
    password = f":{there['PASSWORD']}" if there["PASSWORD"] else ""
    return f"postgres://{there['USER']}{password}@{there['HOST'] or 'localhost'}{port}/postgres"
