"""How often a page asks the database, whatever stands on it."""

from itertools import count

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from blocks.streams import BodyStream, PassageStream
from pages.centre.models import FooterLink
from pages.enquiries.models import FormPage
from pages.partners.models import Funding, PartnerPage
from pages.passages.models import Passage
from pages.people.models import Person
from pages.places.models import RoomPage
from pages.topics.models import Topic
from pages.values.models import ValuesPage
from tests.make.bricks import laid
from tests.make.centre import centre, closed, opening_hours
from tests.make.pages import plain_page
from tests.make.pictures import document, picture
from tests.make.places import room
from tests.make.services import finder, service

MOST = 26  # one of them for the notices above every page
ROOM_FOR_MORE = 3  # funders of the house and of the page, and whom to ask


@pytest.fixture
def furnish(home):
    """Put something new of every kind into the house, and lay every brick with it."""
    numbers = count(1)

    def furnish(without=()):
        number = next(numbers)
        value = {"type": "value", "value": {"title": f"Offen {number}", "picture": picture().pk}}
        values = home.add_child(instance=ValuesPage(title=f"Leitbild {number}"))
        values.values = ValuesPage._meta.get_field("values").to_python([value])
        values.save()
        things = [
            plain_page(home, f"Rat {number}", picture=picture()),
            values,
            picture(),
            document(),
            Person.objects.create(name=f"Kim {number}", picture=picture()),
            Topic.objects.create(name={"de": "Rat"}, slug=f"rat-{number}"),
            opening_hours(f"Büro {number}"),
        ]
        kept = bricks(PassageStream, things, number, without)
        things.append(Passage.objects.create(name=f"Gruß {number}", body=kept, locale=home.locale))
        return bricks(BodyStream, things, number, without)

    return furnish


def bricks(stream, things, number, without):
    link = f'siehe <a linktype="page" id="{things[0].pk}">dort</a> {number}'
    named = {f"{type(each).__name__} {place}": each for place, each in enumerate(things)}
    return [
        {"type": name, "value": laid(name, named, link if name == "text" else f"Wort {number}"), "id": name}
        for name in stream.base_blocks
        if name not in without
    ]


def asked(client, page):
    client.get(page.url)  # what a process asks once: kinds of content, where sites begin
    with CaptureQueriesContext(connection) as queries:
        html = client.get(page.url).content.decode()
    return len(queries), html


LISTS = ["listing", "upcoming_events", "latest_news", "today", "newsletter_sign_up"]
"""Each is a question of its own, or a few."""


def test_a_page_with_every_brick_there_is_leaves_room_for_more(client, home, furnish):
    made = centre(phone="030 1")
    closed("2026-12-24", "2026-12-31")
    FooterLink.objects.create(centre=made, page=plain_page(home, "Impressum"))
    page = plain_page(plain_page(plain_page(home, "Angebote"), "Frauen"), "Alles", body=furnish(LISTS))

    queries, html = asked(client, page)

    shown = ['<a href="/de/rat-1/">dort</a>', "Kim 1", "Offen 1", "Büro 1", "(PDF", ".avif"]
    assert [words for words in shown if words not in html] == []
    assert queries <= MOST - ROOM_FOR_MORE


def test_three_of_each_brick_ask_no_more_than_one(client, home, furnish):
    few = plain_page(home, "Wenig", body=furnish(LISTS))
    many = plain_page(home, "Viel", body=[*furnish(LISTS), *furnish(LISTS), *furnish(LISTS)])

    assert asked(client, many)[0] == asked(client, few)[0]


def test_a_page_far_down_asks_as_often_as_its_parent(client, home):
    page = plain_page(plain_page(plain_page(home, "Angebote"), "Frauen"), "Nähen")
    plain_page(page, "Saum")
    deep = plain_page(plain_page(page, "Rock"), "Falten")

    assert asked(client, deep)[0] == asked(client, page)[0]


@pytest.fixture
def everything_known(home):
    """A service of which everything is known, below the finder, and others like it."""
    centre(phone="030 1")
    below = finder(home)
    alike = {"audiences": ["kinder", "eltern"], "topics": ["nähen", "lernen"], "picture": picture()}
    for title in ("Stricken", "Sticken", "Filzen"):
        service(below, title, **alike)
    hall = room("Saal")
    home.add_child(instance=RoomPage(title="Saal", room=hall))
    known = {
        "room": hall,
        "contact": Person.objects.create(name="Kim", picture=picture()),
        "partner": home.add_child(instance=PartnerPage(title="Schule")),
        "registration": "form",
        "registration_form": home.add_child(instance=FormPage(title="Anmeldung")),
    }
    made = service(below, "Nähen", **alike, **known)
    payer = home.add_child(instance=PartnerPage(title="Stadt", kind="funder"))
    Funding.objects.create(page=made.page_ptr, funder=payer)
    FooterLink.objects.create(centre=centre(), page=plain_page(home, "Impressum"))
    return made


def test_a_service_of_which_everything_is_known_asks_little(client, everything_known):
    queries, html = asked(client, everything_known)

    shown = ["Saal", "Kim", "Schule", "Anmeldung", "Stadt", "Stricken", "Filzen"]
    assert [words for words in shown if words not in html] == []
    assert queries <= MOST


def test_the_finder_asks_little(client, everything_known):
    queries, html = asked(client, everything_known.get_parent())

    assert "Stricken" in html
    assert queries <= MOST
