"""A house that says who it is, since every mail does."""

import pytest

from tests.make.centre import centre
from tests.make.newsletters import newsletter


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
