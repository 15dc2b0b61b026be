"""A house in November 2026, with what an issue can tell of."""

import pytest
import time_machine

from tests.make.centre import centre
from tests.make.events import calendar
from tests.make.newsletters import newsletter
from tests.make.services import finder


@pytest.fixture
def in_november():
    with time_machine.travel("2026-11-24 10:00", tick=False):
        yield


@pytest.fixture
def house(home):
    return centre(
        name="Haus am Park",
        street="Parkweg 3",
        postal_code="12045",
        city="Berlin",
        phone="030 123456",
        mail="hallo@haus.example",
        carrier="Park e. V.",
    )


@pytest.fixture
def index(house, home):
    return newsletter(home)


@pytest.fixture
def dates(home):
    return calendar(home)


@pytest.fixture
def offers(home):
    return finder(home)
