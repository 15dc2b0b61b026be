"""A store of files for the tests of this folder, and a house that keeps its own there."""

from uuid import uuid4

import pytest

from tests.make import store


@pytest.fixture(scope="session")
def server():
    with store.running() as address:
        yield address


@pytest.fixture
def bucket(server, settings):
    """The house keeps its files in an empty bucket; what it asks of it is noted."""
    name = f"house-{uuid4()}"
    store.make_bucket(server, name)
    store.move_in(settings, server, name)
    with store.counted() as asked:
        yield asked


@pytest.fixture
def no_bucket(settings):
    """The store does not answer: nobody listens at this port."""
    store.move_in(settings, "http://127.0.0.1:9")
