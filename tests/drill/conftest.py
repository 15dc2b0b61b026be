"""What the short drills stand on."""

import tempfile

import pytest

from tests.make import ground


@pytest.fixture(scope="module")
def postgres():
    if not ground.postgres_programs():
        pytest.skip("There is no PostgreSQL on this machine.")
    with tempfile.TemporaryDirectory() as folder:  # those of pytest are closed to its own user
        postgres = ground.Postgres(folder)
        yield postgres
        postgres.stop()
