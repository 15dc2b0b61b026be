"""Readers of a house that is changed while they read."""

from contextlib import contextmanager

import pytest
from django.db import connection

from tests.make.copies import Reader, watched


@pytest.fixture
def own_folder(settings, tmp_path):
    settings.DATA_DIR, settings.KEEP_PAGES = tmp_path, True
    return tmp_path


@pytest.fixture
def reader(home, own_folder):
    """Somebody who reads the house through one process, while another one may change it."""
    with watched():
        yield Reader()


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Around a change: it is in the database for good, and whatever waits for that has happened.

    What was furnished before waits for a commit that never comes in a test; it is not to stand in the way.
    """

    @contextmanager
    def commit():
        connection.run_on_commit.clear()
        with django_capture_on_commit_callbacks(execute=True):
            yield

    return commit
