"""The export as a program fetches it: whole, unchanged, or changed; and nothing that is not for everybody."""

from datetime import date
from uuid import UUID

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageLogEntry, PageViewRestriction

from tests.make import neighbourhood as make
from tests.make.centre import centre

DATA = "/de/angebote/daten.json"
REQUIRED = {
    "service": {"id", "name", "status"},
    "organization": {"id", "name", "description"},
    "service_at_locations": {"id", "location"},
    "location": {"id", "location_type"},
    "addresses": {
        *("id", "address_1", "city", "state_province", "postal_code", "country", "address_type"),
    },
    "taxonomy_term": {"id", "name", "description"},
    "taxonomy_detail": {"id", "name", "description"},
    "phones": {"id", "number"},
    "additional_urls": {"id", "url"},
}
"""What HSDS 3.1 asks of each part; all others want an `id`."""


@pytest.fixture
def finder(home):
    centre(name="Haus am Park", city="Berlin", phone="030 1234", mail="post@haus.example")
    return make.finder(home)


@pytest.fixture
def names(client, finder):
    return lambda: [service["name"] for service in client.get(DATA).json()["services"]]


def full(finder, number=0):
    """A service with everything that the export can tell, and others' pages to tell of."""
    home = finder.get_parent()
    slug = f"{number}"
    runs = make.partner(make.partners(home, slug=f"partner-{slug}"), f"Verein {slug}", phone="030 55")
    page = make.service(
        finder,
        f"Angebot {slug}",
        slug=f"angebot-{slug}",
        summary="Für alle.",
        times=[(1, "10:00", "12:00"), (3, "18:00", "20:00")],
        audiences=[make.audience(), make.audience("kinder")],
        topics=[make.topic()],
        room=make.room(steps=0, door_width=90, lift="yes"),
        contact=make.person(phone="030 77"),
        registration="form",
        registration_form=make.form(home, f"Anmeldung {slug}", slug=f"anmeldung-{slug}"),
        languages=["de", "ar"],
        cost="fixed",
        price=5,
        reduced_price=2,
        partner=runs,
        has_interpreter=True,
        is_by_appointment=True,
        bring_along="Stoff",
    )
    make.room_page(make.rooms(home, slug=f"raeume-{slug}"), page.room, f"Saal {slug}")
    make.funds(make.partner(runs.get_parent(), f"Stiftung {slug}", duty_text="Gefördert."), page)
    return page


def test_who_publishes_it_and_in_which_shape(client, finder):
    told = client.get(DATA).json()

    assert (told["version"], told["language"], told["services"]) == ("3.1", "de", [])
    assert told["publisher"]["name"] == "Haus am Park"
    assert told["generated_at"].startswith("20")
    assert "license" not in told


def test_the_finder_leads_to_it(client, finder):
    html = client.get(finder.url).content.decode()

    assert f'<a href="{DATA}" type="application/json">Daten zum Weiterverwenden (JSON)</a>' in html


def test_programs_on_other_sites_may_read_it(client, finder):
    response = client.get(DATA)

    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Content-Type"] == "application/json; charset=utf-8"
    assert not response.cookies


def test_every_part_has_what_the_specification_asks_for(client, finder):
    full(finder)

    (service,) = client.get(DATA).json()["services"]

    seen = dict(_parts("service", service))
    assert set(REQUIRED) <= set(seen)
    for kind, part in _parts("service", service):
        assert REQUIRED.get(kind, {"id"}) <= set(part), kind
        assert UUID(part["id"])


def test_no_identifier_is_given_twice_to_different_things(client, finder):
    full(finder)

    parts = list(_parts("service", client.get(DATA).json()["services"][0]))

    kinds = {}
    for kind, part in parts:
        kinds.setdefault(part["id"], []).append((kind, str(part)))
    assert all(len(set(same)) == 1 for same in kinds.values())


def _parts(kind, said):
    yield kind, said
    for name, value in said.items():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                yield from _parts(name, each)


def test_what_has_not_changed_is_not_sent_again(client, finder):
    make.service(finder)
    first = client.get(DATA)

    for header in ({"If-None-Match": first["ETag"]}, {"If-Modified-Since": first["Last-Modified"]}):
        again = client.get(DATA, headers=header)
        assert (again.status_code, again.content) == (304, b"")
        assert again["ETag"] == first["ETag"]
        assert again["Access-Control-Allow-Origin"] == "*"


def test_a_second_later_it_is_still_the_same(client, finder):
    make.service(finder, times=[(1, "10:00", "12:00")])

    with time_machine.travel("2026-07-01 10:00:00 +0000", tick=False):
        first = client.get(DATA)
    with time_machine.travel("2026-07-02 11:00:00 +0000", tick=False):
        assert client.get(DATA, headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_a_changed_fact_is_sent_again_wherever_it_is_kept(client, finder):
    page = full(finder)

    def seen_again(thing, **changes):
        before = client.get(DATA)["ETag"]
        for name, value in changes.items():
            setattr(thing, name, value)
        thing.save()
        return client.get(DATA, headers={"If-None-Match": before}).status_code

    assert seen_again(page, price=6) == 200
    assert seen_again(page.room, door_width=70) == 200
    assert seen_again(page.room.place, street="Anderer Weg 2") == 200
    assert seen_again(page.contact, phone="030 78") == 200
    assert seen_again(page.partner, title="Anderer Verein") == 200
    assert seen_again(page, has_child_care=True) == 200
    assert seen_again(page, review_by=date(2030, 1, 1)) == 304


def test_who_asks_with_a_date_learns_of_an_editors_step(client, finder):
    page = make.service(finder)
    with time_machine.travel("2036-07-01 10:00:00 +0000", tick=False):
        asked = client.get(DATA)["Last-Modified"]
    with time_machine.travel("2036-07-01 12:00:00 +0000", tick=False):
        PageLogEntry.objects.log_action(instance=page, action="wagtail.edit")
        PageLogEntry.objects.update(timestamp="2036-07-01T11:00:00Z")

        assert client.get(DATA, headers={"If-Modified-Since": asked}).status_code == 200


def test_who_asks_with_a_date_learns_of_money_that_ended_last_night(client, finder, home):
    page = make.service(finder)
    funder = make.partner(make.partners(home), "Stiftung", last_day=date(2036, 7, 1))
    make.funds(funder, page)
    with time_machine.travel("2036-07-01 20:00:00 +0000", tick=False):
        first = client.get(DATA)
    assert b"Stiftung" in first.content

    with time_machine.travel("2036-07-02 06:00:00 +0000", tick=False):
        second = client.get(DATA, headers={"If-Modified-Since": first["Last-Modified"]})

    assert second.status_code == 200
    assert b"Stiftung" not in second.content


@pytest.mark.parametrize(
    "header",
    [
        {"If-None-Match": 'W/"'},
        {"If-None-Match": "\x7f" * 5000},
        {"If-Modified-Since": "gestern"},
        {"If-Modified-Since": "Sun, 99 Foo 99999 00:00:00 GMT"},
        {"Accept": "image/png"},
        {"Range": "bytes=0-1,5-9"},
    ],
)
def test_nonsense_in_a_header_gets_the_whole(client, finder, header):
    assert client.get(DATA, headers=header).status_code == 200


def test_drafts_and_unpublished_services_are_not_told(finder, names):
    make.service(finder, "Nähcafé")
    make.service(finder, "Entwurf", live=False)
    make.service(finder, "Weg").unpublish()

    assert names() == ["Nähcafé"]


@pytest.mark.parametrize("kind", ["login", "password", "groups"])
def test_private_services_are_not_told(finder, names, kind):
    make.service(finder, "Nähcafé")
    closed = make.service(finder, "Runde")
    PageViewRestriction.objects.create(page=closed, restriction_type=kind, password="geheim")

    assert names() == ["Nähcafé"]


def test_a_service_outside_the_site_is_not_told(home, finder, names):
    make.service(home.get_parent(), "Draußen")

    assert names() == []


def test_nothing_is_said_of_pages_that_are_closed_around_a_service(client, finder):
    page = full(finder)
    around = [page.partner, page.registration_form, *page.room.pages.all()]
    around += [funding.funder for funding in page.fundings.all()]
    open_to_all = client.get(DATA).content.decode()
    for each in around:
        assert str(each.title) in open_to_all or each.slug in open_to_all
        PageViewRestriction.objects.create(page=each, restriction_type="login")

    told = client.get(DATA)

    for each in around:
        for word in (each.title, f"/{each.slug}/", str(each.translation_key)):
            assert word not in told.content.decode()
    service = told.json()["services"][0]
    assert {"organization", "funding", "additional_urls"} & set(service) == set()


def test_texts_stay_texts(client, finder):
    make.service(finder, 'A "B" </script> \\ \u2028 🏠', slug="a")

    assert client.get(DATA).json()["services"][0]["name"] == 'A "B" </script> \\ \u2028 🏠'


def test_its_queries_do_not_grow(client, finder):
    full(finder, 0)

    def queries():
        client.get(DATA)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(DATA).status_code == 200
        return len(asked)

    few = queries()
    for number in range(1, 8):
        full(finder, number)

    assert queries() == few <= 30


def test_addresses_begin_with_that_of_the_site(client, finder):
    page = full(finder)

    service = client.get(DATA).json()["services"][0]

    assert service["url"] == settings.SITE_URL + page.url
