"""The list of news, at noon on a Thursday in November."""

import pytest
import time_machine

from tests.make.announcements import news


@pytest.fixture
def clock():
    """The 26th of November; `move_to` goes to another moment."""
    with time_machine.travel("2026-11-26 12:00+01:00", tick=False) as traveller:
        yield traveller


@pytest.fixture
def aktuelles(home):
    return news(home)
