"""What bricks can point at: one thing of each kind."""

import pytest

from pages.centre.models import OpeningHours, OpeningTime
from pages.passages.models import Passage
from pages.people.models import Person
from pages.places.models import Place
from pages.topics.models import Topic
from pages.values.models import ValuesPage
from tests.make.bricks import stack
from tests.make.pages import plain_page
from tests.make.pictures import document, picture
from tests.make.subscribers import sign_up_page


@pytest.fixture
def things(home, settings, tmp_path):
    """A picture, a file, a person, a place, hours, a topic, a passage, a page, the values, a newsletter."""
    settings.MEDIA_ROOT = tmp_path
    photo = picture()
    hours = OpeningHours.objects.create(name="Café")
    OpeningTime.objects.create(hours=hours, weekday=1, opens="09:00", closes="18:00")
    values = [
        ("value", {"title": "Offenheit", "statement": "Alle sind willkommen.", "points": [], "picture": None})
    ]
    return {
        "picture": photo,
        "file": document(),
        "person": Person.objects.create(name="Frau Yılmaz", phone="030 123456", mail="yilmaz@example.org"),
        "place": Place.objects.create(name="Haus am Park", street="Parkweg 3", city="Berlin"),
        "hours": hours,
        "topic": Topic.objects.create(name="Gesundheit", slug="gesundheit"),
        "passage": Passage.objects.create(
            name="Kaffee", body=stack(("text", "<p>Kaffee ist immer da.</p>")), locale=home.locale
        ),
        "values": home.add_child(instance=ValuesPage(title="Leitbild", values=stack(*values))),
        "newsletter": sign_up_page(home),
        "page": plain_page(home, title="Nähcafé", summary="Donnerstags", picture=photo),
    }
