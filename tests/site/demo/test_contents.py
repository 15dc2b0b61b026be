"""The demo centre is as full and as linked as a real house."""

import re
from collections import Counter
from datetime import time, timedelta

import pytest
from django.db import transaction
from django.test import override_settings
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import Translation

from pages.enquiries.models import FormPage
from pages.events.models import EventPage
from pages.offers.choices import Cost, Registration
from pages.partners.models import Funding, PartnerPage
from pages.people.models import Person
from pages.places.models import Place, Room, RoomPage
from pages.services.models import ServicePage, ServiceTime
from pages.topics.models import Audience
from pages.values.models import ValuesPage
from pages.volunteering.models import VolunteerPostPage
from quartier.demo.loading import load
from quartier.demo.management.commands.demo import FOLDER
from quartier.languages.states import State, standings, state_of

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


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/en/what-we-offer/sewing-cafe/", "Eight machines"),
        ("/ar/anshita/maqha-al-khiyata/", "مقهى الخياطة"),
        ("/tr/neler-sunuyoruz/dikis-kafesi/", "Dikiş"),
        ("/uk/shcho-my-proponuiemo/shveine-kafe/", "Швейне"),
        ("/de-simple/angebote/naehcafe/", "Wir zeigen Ihnen das Kürzen."),
    ],
)
def test_the_house_reads_in_six_languages(client, address, words):
    assert words in client.get(address).content.decode()


def test_every_service_every_value_and_twenty_events_are_translated():
    for code in ("en", "ar", "de-simple"):
        here = {"locale__language_code": code, "live": True}
        originals = {"locale__language_code": "de"}
        assert ServicePage.objects.filter(**here).count() == ServicePage.objects.filter(**originals).count()
        assert ValuesPage.objects.filter(**here).count() == 1
        assert EventPage.objects.filter(**here).count() >= 20


def test_every_state_of_a_translation_is_there_to_be_seen():
    counts = Counter()
    for row in standings(list(_originals())).values():
        counts.update((code, row[code].state) for code in ("en", "ar", "tr", "uk", "de-simple"))

    for code in ("en", "ar"):
        assert 4 <= counts[code, State.OLDER] <= 6
        assert counts[code, State.MACHINE] == 3
        assert counts[code, State.NONE] >= 20
        assert counts[code, State.CURRENT] >= 50
    assert counts["de-simple", State.OLDER] == 1
    assert all(not counts[code, State.IN_WORK] for code in ("en", "ar", "tr", "uk", "de-simple"))


def test_what_is_older_was_published_before_the_original_changed():
    for row in standings(list(_originals())).values():
        for each in row.values():
            if each.state == State.OLDER:
                assert each.since < each.original_since <= timezone.now()


def test_forms_of_translations_open_complete():
    for translation in Translation.objects.filter(enabled=True).select_related("source", "target_locale"):
        total, done = translation.get_progress()
        assert done == total or is_older(translation), translation.source.object_repr


def is_older(translation):
    return state_of(translation.get_target_instance()) == State.OLDER


def _originals():
    return Page.objects.filter(depth__gt=1, locale__language_code="de").select_related("locale")
