"""What search engines read of services, rooms and partners is what stands on the page."""

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from quartier import structured
from tests.make import neighbourhood as make
from tests.make.centre import centre
from tests.make.pictures import picture


@pytest.fixture
def house(home):
    centre(name="Haus am Park", city="Berlin")
    return home


@pytest.fixture
def finder(house):
    return make.finder(house)


@pytest.fixture
def read(client):
    """What a page tells of this kind of thing."""

    def read(page, kind):
        html = client.get(page.url).content.decode()
        text = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)[1]
        return next((each for each in json.loads(text)["@graph"] if each["@type"] == kind), None)

    return read


def test_a_service_its_name_summary_and_address(read, finder, settings):
    page = make.service(finder, "Nähcafé", slug="naehcafe", summary="Nähen mit anderen.")

    told = read(page, "Service")

    assert (told["name"], told["description"]) == ("Nähcafé", "Nähen mit anderen.")
    assert told["url"] == f"{settings.SITE_URL}/de/angebote/naehcafe/"
    assert told["areaServed"] == {"@type": "City", "name": "Berlin"}


def test_the_house_provides_what_no_partner_runs(read, finder, settings):
    page = make.service(finder)

    assert read(page, "Service")["provider"] == {"@id": f"{settings.SITE_URL}/#centre"}
    assert read(page, ["NGO", "CivicStructure"])["@id"] == f"{settings.SITE_URL}/#centre"


def test_a_partner_provides_what_it_runs(read, house, finder):
    runs = make.partner(make.partners(house), "Kiezwerkstatt", link="https://kiez.example/")

    provider = read(make.service(finder, partner=runs), "Service")["provider"]

    assert (provider["@type"], provider["name"]) == ("Organization", "Kiezwerkstatt")
    assert provider["url"] == "https://kiez.example/"


@pytest.mark.parametrize(
    ("fields", "prices"),
    [
        ({"cost": "free"}, [("0.00", "kostenlos")]),
        ({"cost": "donation"}, [("0.00", "kostenlos, Spenden willkommen")]),
        ({"cost": "on-request"}, []),
        ({"cost": "fixed"}, []),
        ({"cost": "fixed", "price": "4.5"}, [("4.50", "jedes Mal")]),
        (
            {"cost": "fixed", "price": 60, "reduced_price": 0, "price_per": "course"},
            [("60.00", "für den ganzen Kurs"), ("0.00", "ermäßigter Preis, für den ganzen Kurs")],
        ),
    ],
)
def test_what_it_costs_in_euros(read, finder, fields, prices):
    offers = read(make.service(finder, **fields), "Service").get("offers", [])

    assert [(offer["price"], offer["description"]) for offer in offers] == prices
    assert {offer["priceCurrency"] for offer in offers} <= {"EUR"}


def test_when_it_is(read, finder):
    page = make.service(finder, times=[(1, "09:00", "11:30"), (7, "20:00", "00:00")])

    hours = read(page, "Service")["hoursAvailable"]

    assert [(each["dayOfWeek"], each["opens"], each["closes"]) for each in hours] == [
        ("https://schema.org/Monday", "09:00", "11:30"),
        ("https://schema.org/Sunday", "20:00", "00:00"),
    ]


def test_by_appointment_is_no_time(read, finder):
    assert "hoursAvailable" not in read(make.service(finder, is_by_appointment=True), "Service")


def test_whom_it_is_for(read, finder):
    page = make.service(finder, audiences=[make.audience()])

    assert read(page, "Service")["audience"] == [{"@type": "Audience", "audienceType": "Familien"}]


def test_where_it_is_whom_to_call_and_what_is_spoken(read, finder):
    hall = make.room("Saal", make.place(latitude="52.48721", longitude="13.42503"), steps=0, door_width=95)
    page = make.service(finder, room=hall, contact=make.person(phone="030 77"), languages=["de", "ar"])

    channel = read(page, "Service")["availableChannel"]

    assert channel["availableLanguage"] == ["de", "ar"]
    assert channel["servicePhone"] == {"@type": "ContactPoint", "telephone": "030 77"}
    where = channel["serviceLocation"]
    assert (where["name"], where["containedInPlace"]["name"]) == ("Saal", "Haus am Park")
    assert where["address"]["streetAddress"] == "Parkweg 3"
    assert where["containedInPlace"]["geo"]["latitude"] == 52.48721
    assert _features(where) == {"Stufenlos": True}


def test_a_place_that_is_no_room(read, finder):
    page = make.service(finder, place=make.place("Volkspark"))

    where = read(page, "Service")["availableChannel"]["serviceLocation"]

    assert where["name"] == "Volkspark"
    assert "amenityFeature" not in where


def test_what_nobody_entered_is_not_told(read, finder):
    told = read(make.service(finder), "Service")

    assert {"availableChannel", "audience", "hoursAvailable", "description"} & set(told) == set()


@pytest.mark.parametrize(
    ("facts", "features"),
    [
        ({}, {}),
        ({"steps": 0, "dogs": "no"}, {}),
        ({"dogs": "yes"}, {"Hunde erlaubt": True}),
        ({"steps": 3, "lift": "no"}, {"Stufenlos": False, "Aufzug": False}),
        (
            {"steps": 0, "door_width": 80, "induction_loop": "yes", "quiet_room": ""},
            {"Stufenlos": True, "Induktionsschleife für Hörgeräte": True},
        ),
    ],
)
def test_a_room_tells_of_access_what_was_measured(read, house, facts, features):
    page = make.room_page(make.rooms(house), make.room(**facts))

    assert _features(read(page, "Room")) == features


def _features(told):
    return {each["name"]: each["value"] for each in told.get("amenityFeature", [])}


def test_how_many_a_room_holds_and_on_which_floor(read, house, settings):
    hall = make.room("Saal", seats_rows=120, seats_tables=80, standing=200, floor=0, size=150)
    page = make.room_page(make.rooms(house), hall, "Der Saal", slug="saal")

    told = read(page, "Room")

    assert (told["name"], told["url"]) == ("Der Saal", f"{settings.SITE_URL}/de/raeume/saal/")
    assert (told["maximumAttendeeCapacity"], told["floorLevel"]) == (200, "0")
    assert told["floorSize"] == {"@type": "QuantitativeValue", "value": 150, "unitCode": "MTK"}
    assert told["containedInPlace"]["address"]["addressLocality"] == "Berlin"


@pytest.mark.usefixtures("own_files")
def test_a_partner_with_its_own_address_and_logo(read, house, settings):
    where = make.partners(house)
    page = make.partner(
        where,
        "Kiezwerkstatt",
        summary="Werkzeug.",
        slug="kiez",
        link="https://kiez.example/",
        phone="030 5",
        logo=picture(),
    )

    told = read(page, "Organization")

    assert (told["name"], told["description"], told["telephone"]) == ("Kiezwerkstatt", "Werkzeug.", "030 5")
    assert (told["url"], told["mainEntityOfPage"]) == (
        "https://kiez.example/",
        f"{settings.SITE_URL}/de/partner/kiez/",
    )
    assert told["logo"].startswith(f"{settings.SITE_URL}/media/images/")


@pytest.mark.usefixtures("own_files")
def test_a_logo_that_may_not_be_shown_is_not_told(read, house):
    page = make.partner(make.partners(house), logo=picture(consent="missing"))

    assert "logo" not in read(page, "Organization")


@pytest.mark.parametrize("closed", ["login", "draft"])
def test_a_partner_whose_page_is_not_for_everybody_is_not_named(client, house, finder, read, closed):
    runs = make.partner(make.partners(house), "Marderhund")
    page = make.service(finder, partner=runs)
    if closed == "login":
        PageViewRestriction.objects.create(page=runs, restriction_type="login")
    else:
        runs.unpublish()

    assert "provider" not in read(page, "Service")
    assert "Marderhund" not in client.get(page.url).content.decode()


END = 'Kaffee & "</script><script>alert(1)</script><!--'


def test_no_text_can_end_the_script(client, read, house, finder):
    where = make.place(END, street=END[:60], city=END[:60])
    centre(city=END[:60])
    person = make.person(END, phone=END[:40])
    runs = make.partner(make.partners(house), END, slug="p", summary=END)
    hall = make.room(END, where, steps=0, door_width=90)
    pages = {
        "Service": make.service(
            finder,
            END,
            slug="s",
            summary=END,
            room=hall,
            contact=person,
            partner=runs,
            audiences=[make.audience(name=END)],
        ),
        "Room": make.room_page(make.rooms(house), hall, END, slug="r", summary=END),
        "Organization": runs,
    }

    for kind, page in pages.items():
        assert read(page, kind)["name"] == END
        assert "<script>alert" not in client.get(page.url).content.decode()


def test_it_costs_one_question_at_most_that_the_page_would_not_have_asked(client, house, finder, monkeypatch):
    hall, kim = make.room(steps=0), make.person(phone="030 77")
    runs = make.partner(make.partners(house))
    groups = [make.audience(f"a{number}", str(number)) for number in range(5)]
    times = [(day, "10:00", "12:00") for day in range(1, 8)]
    pages = [
        make.service(finder, room=hall, contact=kim, partner=runs, times=times, audiences=groups),
        make.room_page(make.rooms(house), hall, contact=kim),
        runs,
    ]

    def questions(page):
        client.get(page.url)
        with CaptureQueriesContext(connection) as asked:
            client.get(page.url)
        return len(asked)

    told = [questions(page) for page in pages]
    monkeypatch.setattr(structured, "KINDS", {})

    more = [with_it - questions(page) for with_it, page in zip(told, pages, strict=True)]
    assert max(more) <= 1, more
