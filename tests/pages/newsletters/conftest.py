"""A house in November that is about to write its newsletter for December."""

import pytest
import time_machine

from tests.make.announcements import news as list_of_news
from tests.make.events import calendar
from tests.make.newsletters import newsletter
from tests.make.services import finder


@pytest.fixture
def clock():
    """The 24th of November; `travel("2026-12-20")` goes to another day."""
    with time_machine.travel("2026-11-24 12:00+01:00", tick=False) as traveller:
        yield traveller


@pytest.fixture
def index(home):
    return newsletter(home)


@pytest.fixture
def dates(home):
    return calendar(home)


@pytest.fixture
def offers(home):
    return finder(home)


@pytest.fixture
def news(home):
    return list_of_news(home)
