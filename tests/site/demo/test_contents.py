"""The demo centre is as full and as linked as a real house."""

import re
from datetime import time, timedelta

import pytest
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

from pages.enquiries.models import FormPage
from pages.offers.choices import Cost, Registration
from pages.partners.models import Funding, PartnerPage
from pages.people.models import Person
from pages.places.models import Place, Room, RoomPage
from pages.services.models import ServicePage, ServiceTime
from pages.topics.models import Audience
from pages.volunteering.models import VolunteerPostPage
from quartier.demo.loading import load
from quartier.demo.management.commands.demo import FOLDER

pytestmark = pytest.mark.django_db

DAY_OR_TIME = re.compile(r"\d\s?Uhr|\b(Mon|Diens|Mitt|Donners|Frei|Sams|Sonn)(tag|woch)s?\b")


@pytest.fixture(scope="module", autouse=True)
def demo_centre(django_db_setup, django_db_blocker, tmp_path_factory):
    """Loaded once for all tests in this file, without opening every page, and taken back."""
    folder = tmp_path_factory.mktemp("demo")
    files = override_settings(DATA_DIR=folder, MEDIA_ROOT=folder / "media")
    with django_db_blocker.unblock(), files, transaction.atomic():
        load(FOLDER)
        yield
        transaction.set_rollback(True)


def test_the_house_is_full():
    counts = {model: model.objects.count() for model in (ServicePage, PartnerPage, Person, Place, Room)}

    assert counts[ServicePage] >= 18
    assert counts[PartnerPage] >= 10
    assert counts[Person] == 6
    assert counts[Place] == 3
    assert counts[Room] >= 5
    assert RoomPage.objects.count() >= 5
    assert VolunteerPostPage.objects.count() >= 4
    assert FormPage.objects.count() == 3


@pytest.mark.parametrize(
    "address",
    [
        *("/de/angebote/", "/de/partner/", "/de/raeume/", "/de/ehrenamt/"),
        *("/de/angebote/naehcafe/", "/de/beratung/sozialberatung/", "/de/partner/bezirksamt/"),
        *("/de/raeume/saal/", "/de/ehrenamt/mathe-erklaeren/", "/de/kontakt/nachricht/"),
        *("/de/kontakt/raum-anfragen/", "/de/kontakt/anmelden/"),
        *("/de/veranstaltungen/", "/de/veranstaltungen/schreibwerkstatt/"),
    ],
)
def test_every_new_kind_of_page_answers_at_its_address(client, address):
    assert client.get(address).status_code == 200


def test_there_is_something_for_everybody_on_every_day_at_every_time_of_day():
    times = ServiceTime.objects.all()

    assert not Audience.objects.exclude(
        pk__in=ServicePage.objects.filter(audiences__isnull=False).values("audiences")
    )
    assert {each.weekday for each in times} == {1, 2, 3, 4, 5, 6, 7}
    assert any(each.starts < time(12) for each in times)
    assert any(time(12) <= each.starts < time(17) for each in times)
    assert any(each.ends > time(18) for each in times)
    assert ServicePage.objects.filter(is_by_appointment=True, times=None).exists()


def test_there_is_every_way_to_come_in_and_to_pay():
    services = ServicePage.objects.all()

    assert {each.registration for each in services} == set(Registration.values)
    assert {each.cost for each in services} == set(Cost.values)
    assert len({code for each in services for code in each.languages}) >= 8
    assert {each.is_step_free for each in Room.objects.all()} == {True, False, None}
    assert services.filter(room=None, place__isnull=False).exists()


def test_one_funder_has_stopped_and_one_is_about_to_begin():
    today = timezone.localdate()
    dates = {each.title: each for each in PartnerPage.objects.filter(kind="funder")}
    stopped, coming = dates.pop("Lotteriestiftung Glücksklee"), dates.pop("Gesundheitskasse Spree")

    assert timedelta(0) < today - stopped.last_day <= timedelta(days=31)
    assert timedelta(0) < coming.first_day - today <= timedelta(days=31)
    assert all(each.holds_on(today) and each.duty_text and each.logo for each in dates.values())


def test_a_post_is_filled_and_another_one_ends():
    today = timezone.localdate()
    posts = VolunteerPostPage.objects.all()

    assert [each.title for each in posts if not each.is_open_on(today)] == ["Brötchen holen und Tisch decken"]
    assert any(each.open_until and each.open_until > today for each in posts)


def test_everything_is_linked_as_in_a_real_house():
    services = ServicePage.objects.all()

    assert not services.filter(contact=None)
    assert not services.filter(room=None, place=None, access_note={})
    assert not RoomPage.objects.filter(enquiry_form=None)
    assert not VolunteerPostPage.objects.filter(contact=None)
    funders = PartnerPage.objects.filter(kind="funder")
    assert set(funders) == {each.funder for each in Funding.objects.all()}
    assert services.filter(partner__isnull=False).values("partner").distinct().count() >= 5
    assert not Person.objects.filter(languages=[])


def test_day_and_time_are_told_by_fields_and_by_no_summary():
    summaries = ServicePage.objects.values_list("title", "summary")

    assert [title for title, summary in summaries if DAY_OR_TIME.search(summary)] == []
