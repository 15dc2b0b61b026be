"""A house in November that is about to write its newsletter for December."""

import pytest
import time_machine

from tests.make.announcements import news as list_of_news
from tests.make.centre import centre
from tests.make.editing import editor
from tests.make.events import at, calendar, event
from tests.make.newsletters import issue, newsletter
from tests.make.services import finder


@pytest.fixture
def clock():
    """The 24th of November; `travel("2026-12-20")` goes to another day."""
    with time_machine.travel("2026-11-24 12:00+01:00", tick=False) as traveller:
        yield traveller


@pytest.fixture
def morning(settings):
    """Ten o'clock on that day, in a house that says who its mail comes from."""
    settings.DEFAULT_FROM_EMAIL = "Haus <hallo@haus.example>"
    with time_machine.travel(at("2026-11-24 10:00"), tick=False):
        yield


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


@pytest.fixture
def cafe(dates):
    return event(dates)


@pytest.fixture
def december(index, cafe):
    """An issue that tells of it."""
    centre(name="Haus am Park")
    return issue(index, about=[cafe], first="2026-12-01", last="2026-12-31")


@pytest.fixture
def desk(client, home):
    """A browser in which an editor works."""
    client.force_login(editor())
    return client
