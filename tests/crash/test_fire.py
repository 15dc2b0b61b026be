"""The small rounds under fire; `make crash` fights the large ones."""

import pytest
from django.db import connection

from tests.crash.fire import Round, fight


@pytest.fixture
def database():
    """Where the suite keeps its data: PostgreSQL, or nothing for a file."""
    if connection.vendor != "postgresql":
        return ""
    there = connection.settings_dict
    port = f":{there['PORT']}" if there["PORT"] else ""
    password = f":{there['PASSWORD']}" if there["PASSWORD"] else ""
    return f"postgres://{there['USER']}{password}@{there['HOST'] or 'localhost'}{port}/postgres"


@pytest.mark.parametrize(
    "round_",
    [
        Round(200, 40, workers=2),
        Round(200, 20, workers=3, connections=4, faults={"answer_after": 0.004, "soft": 0.05}),
    ],
    ids=["two workers", "three workers, five in a hundred put off"],
)
def test_however_often_workers_are_killed_no_mail_is_lost_and_none_sent_twice(tmp_path, database, round_):
    result = fight(tmp_path, round_, database)

    assert result.is_sound, str(result)
    assert result.kills >= round_.kills / 2
