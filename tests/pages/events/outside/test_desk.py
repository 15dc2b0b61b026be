"""Editors keep calendars of others, and are told what is wrong with them."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.urls import reverse

from pages.events.models import Occurrence, OutsideCalendar
from pages.events.outside import form, keeping
from pages.events.outside.fetching import Fetched
from pages.events.outside.trouble import Fault, TroubleError
from tests.make.editing import editor, filled, volunteer
from tests.make.ical import calendar, event

pytestmark = pytest.mark.django_db
LIST = "wagtailsnippets_events_outsidecalendar:list"
ADD = "wagtailsnippets_events_outsidecalendar:add"
EDIT = "wagtailsnippets_events_outsidecalendar:edit"
URL = "https://partner.example/marder.ics"


@pytest.fixture(autouse=True)
def _in_november():
    with time_machine.travel("2026-11-25 12:00+01:00", tick=False):
        yield


@pytest.fixture
def source(monkeypatch):
    """What is found at any address."""
    found = {"data": calendar(event(RRULE="FREQ=WEEKLY;COUNT=3"), event("2", title=""))}

    def fetch(url, etag="", rules=None):
        found["url"] = url
        if "fault" in found:
            raise TroubleError(found["fault"])
        return Fetched(found["data"], '"1"')

    monkeypatch.setattr(form, "fetch", fetch)
    monkeypatch.setattr(keeping, "fetch", fetch)
    return found


@pytest.fixture
def desk(client, home):
    client.force_login(editor())
    return client


def save(client, address, **changes):
    form = filled(client.get(address).content.decode())
    return client.post(address, {**form, **changes}, follow=True)


def text(answer):
    return answer.content.decode()


def test_a_new_calendar_is_fetched_at_once_and_says_how_many_dates_it_has(desk, source):
    answer = save(desk, reverse(ADD), name="Bücherei", url="webcal://partner.example/marder.ics")

    assert "Gefunden: 3 Termine; ein Eintrag konnte nicht gelesen werden." in text(answer)
    assert OutsideCalendar.objects.get().url == URL
    assert source["url"] == URL
    assert Occurrence.objects.count() == 3


WRONG = [
    ("http://127.0.0.1/", "privates Netz"),
    ("http://10.1.2.3/kalender.ics", "privates Netz"),
    ("http://[::ffff:127.0.0.1]/", "privates Netz"),
    ("http://0x7f000001/", "gültige"),
    ("http://localhost/", "privates Netz"),
    ("http://169.254.169.254/latest/meta-data/", "privates Netz"),
    ("http://user:pass@partner.example/", "keine Adresse"),
    ("http://partner.example:22/", "keine Adresse"),
    ("file:///etc/passwd", "gültige"),
    ("gopher://127.0.0.1/", "gültige"),
    ("javascript:alert(1)", "gültige"),
    ("", "ausgefüllt"),
]


@pytest.mark.parametrize(("url", "said"), WRONG)
def test_an_address_that_leads_inside_is_refused_at_the_field(desk, url, said):
    answer = save(desk, reverse(ADD), name="Bücherei", url=url)

    assert said in str(answer.context["form"].errors["url"])
    assert not OutsideCalendar.objects.exists()


@pytest.mark.parametrize("data", [b"<!doctype html><title>Hallo", b"Hallo"])
def test_what_is_no_calendar_is_refused_at_the_field(desk, source, data):
    source["data"] = data

    answer = save(desk, reverse(ADD), name="Bücherei", url=URL)

    assert "Kalender" in str(answer.context["form"].errors["url"])


def test_a_source_that_is_down_today_is_kept_and_tried_again(desk, source):
    source["fault"] = Fault.UNREACHABLE

    answer = save(desk, reverse(ADD), name="Bücherei", url=URL)

    assert "Noch nicht geholt. Der Server des Kalenders ist im Moment nicht erreichbar." in text(answer)
    assert OutsideCalendar.objects.get().trouble == Fault.UNREACHABLE


def test_another_name_does_not_ask_the_source_again(desk, source):
    save(desk, reverse(ADD), name="Bücherei", url=URL)
    source.pop("url")
    others = OutsideCalendar.objects.get()

    save(desk, reverse(EDIT, args=[others.pk]), name="Bibliothek")

    assert OutsideCalendar.objects.get().name == "Bibliothek"
    assert "url" not in source
    assert Occurrence.objects.count() == 3


def test_another_address_brings_other_dates(desk, source):
    save(desk, reverse(ADD), name="Bücherei", url=URL)
    source["fault"] = Fault.SLOW

    save(desk, reverse(EDIT, args=[OutsideCalendar.objects.get().pk]), url="https://neu.example/")

    assert Occurrence.objects.count() == 0


def test_the_list_says_how_each_calendar_is(desk, source):
    save(desk, reverse(ADD), name="Bücherei", url=URL)
    OutsideCalendar.objects.create(name="Bezirk", url="https://bezirk.example", trouble=Fault.GONE)
    OutsideCalendar.objects.create(name="Aus", url="https://aus.example", is_active=False)

    html = text(desk.get(reverse(LIST)))

    for said in [
        "3 Termine; ein Eintrag konnte nicht gelesen werden",
        "nichts mehr zu finden",
        "wird nicht gezeigt",
    ]:
        assert said in html
    assert "marder" not in html


def test_fetch_now_fetches_now(desk, source):
    others = OutsideCalendar.objects.create(name="Bücherei", url=URL)

    answer = desk.post(reverse("fetch_outside_calendar", args=[others.pk]), follow=True)

    assert "Bücherei: 3 Termine; ein Eintrag konnte nicht gelesen werden" in text(answer)
    source["fault"] = Fault.SLOW
    answer = desk.post(reverse("fetch_outside_calendar", args=[others.pk]), follow=True)
    assert "zu lange" in text(answer)
    assert Occurrence.objects.count() == 3


def test_fetch_now_is_a_deed_and_no_link(desk):
    others = OutsideCalendar.objects.create(name="Bücherei", url=URL)

    assert desk.get(reverse("fetch_outside_calendar", args=[others.pk])).status_code == 405
    assert desk.post(reverse("fetch_outside_calendar", args=[others.pk + 1]), follow=True).status_code == 404


def test_the_first_screen_tells_of_trouble_and_since_when(desk):
    OutsideCalendar.objects.create(
        name="Bezirk", url=URL, trouble=Fault.GONE, fetched_at=datetime(2026, 11, 20, 8, tzinfo=UTC)
    )

    html = text(desk.get(reverse("wagtailadmin_home")))

    assert "Kalender anderer, die Sie brauchen" in html
    assert "20.11.2026" in html
    assert "marder" not in html


def test_volunteers_hear_and_see_nothing_of_it(client, home, source):
    others = OutsideCalendar.objects.create(name="Bezirk", url=URL, trouble=Fault.GONE)
    client.force_login(volunteer())

    assert "Bezirk" not in text(client.get(reverse("wagtailadmin_home")))
    for address in (reverse(LIST), reverse(EDIT, args=[others.pk]), reverse(ADD)):
        assert client.get(address).status_code == 302
    client.post(reverse("fetch_outside_calendar", args=[others.pk]))
    assert "url" not in source


def test_without_a_login_there_is_nothing(client, source):
    others = OutsideCalendar.objects.create(name="Bezirk", url=URL)

    answer = client.post(reverse("fetch_outside_calendar", args=[others.pk]))

    assert answer.status_code == 302
    assert "url" not in source


def test_a_trouble_nobody_knows_any_more_is_told_all_the_same(desk):
    OutsideCalendar.objects.create(name="Alt", url=URL, trouble="something of old")

    assert "Der Kalender konnte nicht gelesen werden." in text(desk.get(reverse(LIST)))
