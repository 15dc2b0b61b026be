"""A house whose rooms one can hire."""

import pytest

from tests.make.places import room_index


@pytest.fixture
def rooms(home):
    """The page "Räume", with no room yet."""
    return room_index(home)
