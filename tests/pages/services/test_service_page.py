from datetime import date, time

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from pages.enquiries.models import FormPage
from pages.partners.models import PartnerIndexPage, PartnerPage
from pages.people.models import Person
from pages.places.models import RoomIndexPage, RoomPage
from pages.services.models import ServicePage, ServiceTime
from tests.make.centre import centre, closed
from tests.make.pictures import picture
from tests.make.places import place, room
from tests.make.services import audience, finder, service


@pytest.fixture(autouse=True)
def _in_november():
    with time_machine.travel("2026-11-25 12:00+01:00", tick=False):
        yield


@pytest.fixture
def read(client):
    """What stands on the page of a service below a label, and the whole page."""

    def read(page, label=None):
        soup = BeautifulSoup(client.get(page.url).content, "html.parser")
        facts = {text(line.dt): text(line.dd) for line in soup.select(".glance__line") if line.dt and line.dd}
        return soup if label is None else facts.get(label)

    return read


def text(soup):
    return " ".join(soup.get_text(" ").replace("\N{NO-BREAK SPACE}", " ").split())


def close(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def test_a_reader_learns_for_whom_when_and_what_it_costs(home, read):
    page = service(
        home, audiences=["kinder", "familien"], times=[(1, "15:00", "18:00"), (3, "15:00", "18:00")]
    )

    assert read(page, "Für wen") == "Kinder, Familien"
    assert read(page, "Wann") == "Montag und Mittwoch, 15–18 Uhr"
    assert read(page, "Kosten") == "Kostenlos"


def test_a_service_for_nobody_in_particular_is_for_all(home, read):
    assert read(service(home), "Für wen") == "Alle"


def test_a_reader_learns_where_it_is_and_how_to_get_there(home, read):
    house = place("Haus am Park", street="Parkweg 1", postal_code="12345", city="Berlin", way="Bus 17")
    page = service(home, room=room("Saal", place=house, floor=1))

    assert read(page, "Wo") == "Saal, 1. Stock Haus am Park Parkweg 1, 12345 Berlin So kommen Sie hin Bus 17"


def test_the_room_is_linked_while_its_page_is_open(home, read):
    hall = room("Saal")
    rooms = home.add_child(instance=RoomIndexPage(title="Räume", slug="raeume"))
    about = rooms.add_child(instance=RoomPage(title="Der Saal", room=hall))
    page = service(home, room=hall)
    before = read(page).select(f'.glance a[href="{about.url}"]')

    close(about)

    assert len(before) == 1
    assert read(page).select(f'.glance a[href="{about.url}"]') == []


def test_getting_in_tells_what_was_measured_and_nothing_else(home, read):
    page = service(home, room=room(steps=0, door_width=95), access_note="Bitte klingeln.")

    facts = read(page, "Barrierefreiheit")

    assert "Ohne Stufen, schmalste Tür 95 cm breit" in facts
    assert "Bitte klingeln." in facts
    assert "Induktionsschleife" not in facts


def test_nothing_is_claimed_about_a_place_nobody_measured(home, read):
    assert read(service(home, place=place("Park")), "Barrierefreiheit") is None


def test_days_on_which_the_house_is_closed_cancel_the_service(home, read):
    closed("2026-12-24", "2027-01-01", "Weihnachten")
    page = service(home, times=[(4, "15:00", "18:00")])

    assert "Fällt aus: 24. Dezember bis 1. Januar 2027 (Weihnachten)" in read(page, "Wann")


def test_a_service_in_the_park_goes_on_while_the_house_is_closed(home, read):
    closed("2026-12-24", "2027-01-01", "Weihnachten")
    page = service(home, times=[(4, "15:00", "18:00")], place=place("Park"))

    assert "Fällt aus" not in read(page, "Wann")


def test_who_registers_by_phone_finds_the_number_of_the_person_to_ask(home, read):
    kim = Person.objects.create(name="Kim Weber", phone="030 111222", picture=picture())
    page = service(home, registration="phone", registration_days=2, contact=kim)

    assert read(page, "Anmeldung") == (
        "Bitte melden Sie sich telefonisch an: 030 111222 Spätestens 2 Tage vorher."
    )
    assert "Kim Weber" in read(page, "Ansprechperson")
    assert read(page).select(".glance .person__picture img")


def test_without_a_person_the_house_itself_is_asked(home, read):
    centre(name="Haus am Park", phone="030 999000")
    page = service(home, registration="phone")

    assert read(page, "Anmeldung") == "Bitte melden Sie sich telefonisch an: 030 999000"
    assert read(page, "Ansprechperson") == "Haus am Park 030 999000"


def test_a_form_is_linked_while_everybody_may_use_it(home, read):
    centre(phone="030 999000")
    form = home.add_child(instance=FormPage(title="Anmeldung Chor", slug="chor-anmeldung"))
    page = service(home, registration="form", registration_form=form)
    before = read(page, "Anmeldung")

    close(form)

    assert before == "Bitte melden Sie sich mit unserem Formular an: Anmeldung Chor"
    assert read(page, "Anmeldung") == "Bitte melden Sie sich bei uns an: 030 999000"


def test_the_form_learns_for_which_service_one_registers(client, home):
    form = home.add_child(instance=FormPage(title="Anmeldung Chor", slug="chor-anmeldung"))
    page = service(home, "Chor", registration="form", registration_form=form)

    html = client.get(page.url).content.decode()

    assert f'href="{form.url}?angebot={page.pk}"' in html


def test_languages_and_help_are_told_where_there_is_any(home, read):
    page = service(home, languages=["ar", "de"], has_interpreter=True, has_child_care=True)

    assert read(page, "Sprachen") == "Deutsch und Arabisch Dolmetschen auf Anfrage"
    assert read(page, "Kinderbetreuung") == "Ihre Kinder werden betreut."
    assert read(service(home, "Chor"), "Sprachen") is None


def test_what_to_bring_waits_until_its_blank_is_filled(home, read):
    assert read(service(home, bring_along="Schere"), "Bitte mitbringen") == "Schere"
    assert read(service(home, "Chor", bring_along="[[was?]]"), "Bitte mitbringen") is None


def test_the_partner_is_named_and_linked_only_while_its_page_is_open(home, read):
    centre(name="Haus am Park")
    partners = home.add_child(instance=PartnerIndexPage(title="Partner", slug="partner"))
    partner = partners.add_child(instance=PartnerPage(title="Verein Marderhund"))
    page = service(home, partner=partner)
    before = read(page).select_one(f'.glance a[href="{partner.url}"]')

    close(partner)

    assert before.text == "Verein Marderhund"
    assert "Marderhund" not in str(read(page))
    assert read(page, "Veranstaltet von") is None
    assert read(service(home, "Chor"), "Veranstaltet von") == "Haus am Park"


def test_facts_come_before_the_long_text(home, read):
    page = service(home, body=[("text", "<p>Ein langer Text.</p>")])

    html = str(read(page))

    assert html.index("Auf einen Blick") < html.index("Ein langer Text.")


def test_services_with_most_in_common_are_shown_at_the_end(home, read):
    page = service(home, "Chor", topics=["kultur"], audiences=["kinder"])
    service(home, "Yoga", topics=["gesundheit"])
    service(home, "Tanz", topics=["kultur"])
    service(home, "Theater", topics=["kultur"], audiences=["kinder"])
    close(service(home, "Marderhund", topics=["kultur"], audiences=["kinder"]))

    titles = [text(title) for title in read(page).select(".related h3")]

    assert titles == ["Theater", "Tanz"]


def test_the_number_of_queries_does_not_grow_with_the_number_of_services(home, client):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            client.get(page.url)
        return len(queries)

    def more(number):
        for each in range(number):
            service(home, f"Tanz {number} {each}", topics=["kultur"], audiences=["kinder"])

    page = service(
        home,
        topics=["kultur"],
        audiences=["kinder"],
        room=room(),
        contact=Person.objects.create(name="Kim", picture=picture()),
        picture=picture(),
    )
    more(3)
    client.get(page.url)
    few = asked()
    more(20)

    assert asked() == few
    assert few <= 25


def test_a_preview_shows_what_was_typed_and_is_not_published_yet(home):
    page = service(home, times=[(1, "15:00", "18:00")], audiences=["kinder"])
    page.times = [ServiceTime(weekday=7, starts=time(9), ends=time(10))]
    page.audiences = [audience("familien")]
    page.save_revision()

    html = page.get_latest_revision_as_object().make_preview_request().render().content.decode()
    facts = text(BeautifulSoup(html, "html.parser").select_one(".glance"))

    assert "Sonntag, 9–10 Uhr" in facts
    assert "Montag" not in facts
    assert "Familien" in facts


def test_a_new_page_can_be_previewed_before_it_is_saved(home):
    page = ServicePage(title="Chor", slug="chor", locale=home.locale, path="000100019999", depth=3)
    page.times = [ServiceTime(weekday=7, starts=time(9), ends=time(10))]
    page.set_url_path(home)

    html = page.make_preview_request().render().content.decode()

    assert "Sonntag" in html


def test_a_service_is_to_be_looked_at_again_within_a_year(home):
    assert service(home).review_by == date(2027, 11, 25)


def test_the_search_finds_a_service_by_whom_it_is_for_where_and_in_which_language(home, client):
    kids = service(home, "Chor", audiences=["kinder"], room=room("Spiegelsaal"), languages=["uk"])
    kids.bring_along = "Notenständer"
    kids.save_revision().publish()
    finder(home)

    for word in ("Kinder", "Spiegelsaal", "Notenständer", "Ukrainisch", "Haus am Park"):
        assert f'href="{kids.url}"' in client.get("/de/suche/", {"q": word}).content.decode(), word


def test_the_search_follows_when_a_room_or_an_audience_is_renamed(home, client):
    page = service(home, "Chor", audiences=["kinder"], room=room("Spiegelsaal"))
    page.save_revision().publish()
    page.room.name = "Kuppelsaal"
    page.room.save()
    group = page.audiences.get()
    group.name = "Jugend"
    group.save()
    house = page.room.place
    house.name = "Bahnhof"
    house.save()

    def finds(word):
        return f'href="{page.url}"' in client.get("/de/suche/", {"q": word}).content.decode()

    assert [finds(word) for word in ("Kuppelsaal", "Jugend", "Bahnhof")] == [True] * 3
    assert [finds(word) for word in ("Spiegelsaal", "Kinder")] == [False] * 2
