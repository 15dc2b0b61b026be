"""A house with a page to sign up on."""

import pytest

from pages.topics.models import Audience, Topic
from tests.make.centre import centre
from tests.make.subscribers import sign_up_page


@pytest.fixture
def page(home):
    centre(name="Haus am Park", mail="haus@haus.example", phone="030 5550-100")
    return sign_up_page(home)


@pytest.fixture
def garden(db):
    return Topic.objects.create(name={"de": "Garten", "en": "Garden"}, slug="garten")


@pytest.fixture
def families(db):
    return Audience.objects.create(name={"de": "Familien"}, slug="familien")
