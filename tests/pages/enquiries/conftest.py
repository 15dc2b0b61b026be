"""A form of a house that can be reached."""

import pytest

from tests.make.centre import centre
from tests.make.enquiries import form_page


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    """Files that are sent lie where no other test has left anything."""
    settings.DATA_DIR = tmp_path


@pytest.fixture
def contact(home):
    """The smallest form of a house that can be reached: a mail address and what it is about."""
    centre(name="Haus am Park", mail="haus@haus.example", phone="030 5550-100")
    return form_page(home, retention_days=30, thanks="Wir antworten in drei Tagen.")
