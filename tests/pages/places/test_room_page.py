import pytest
from django.urls import reverse
from wagtail.models import Locale, PageViewRestriction
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield
from wagtail_localize.models import TranslationSource

from pages.enquiries.models import FormPage
from pages.places.models import RoomPage
from tests.make.pages import plain_page
from tests.make.people import person
from tests.make.places import MEASURED, place, room, room_index, room_page


def test_a_room_tells_at_a_glance_what_one_wants_to_know(rooms, read):
    hall = room(
        "Saal", floor=1, size=140, seats_rows=120, standing=180, equipment="Beamer, Klavier", **MEASURED
    )
    page = room_page(rooms, hall, summary="Für Feste.")

    read = read(page.url)

    assert read.titles("dt") == [
        "Stockwerk",
        "Größe",
        "Plätze",
        "Ausstattung",
        "Barrierefreiheit",
    ]
    assert read.titles("dd")[:-1] == ["1. Stock", "140 m²", "120 in Reihen 180 im Stehen", "Beamer, Klavier"]
    assert read.titles(".facts li") == [
        "Ohne Stufen, schmalste Tür 90 cm breit",
        "Rollstuhlgerechte Toilette",
        "Assistenzhunde erlaubt",
    ]


def test_of_a_room_that_nobody_measured_nothing_is_promised(rooms, read):
    page = room_page(rooms, room("Keller"))

    text = read(page.url).text.lower()

    assert "stufen" not in text
    assert "rollstuhl" not in text
    assert "aufzug" not in text


def test_prices_stand_in_a_table_that_says_what_its_cells_are(rooms, read):
    tariffs = [("Nachbarschaftsgruppen", 0, "hour"), ("Vereine", "12.50", "half-day"), ("Firmen", 45, "hour")]
    page = room_page(rooms, room(tariffs=tariffs))

    table = read(page.url).main.table

    assert table.caption.get_text(strip=True) == "Was die Miete kostet"
    assert [th.text for th in table.select("thead th[scope=col]")] == ["Für wen", "Preis"]
    assert [th.text for th in table.select("tbody th[scope=row]")] == [
        "Nachbarschaftsgruppen",
        "Vereine",
        "Firmen",
    ]
    assert [td.text.replace("\xa0", " ") for td in table.select("td")] == [
        "kostenlos",
        "12,50 € pro halbem Tag",
        "45 € pro Stunde",
    ]


def test_what_is_not_to_hire_has_no_price_and_no_form(home, rooms, read):
    form = home.add_child(instance=FormPage(title="Anfrage", slug="anfrage"))
    hall = room(tariffs=[("Alle", 10, "hour")])
    page = room_page(rooms, hall, is_for_hire=False, enquiry_form=form)

    read = read(page.url)

    assert read.main.table is None
    assert "anfragen" not in read.text


@pytest.mark.parametrize(
    ("state", "offered"), [("open", True), ("draft", False), ("closed", False), ("none", False)]
)
def test_the_form_to_ask_for_a_room_is_offered_while_everybody_may_use_it(home, rooms, read, state, offered):
    form = home.add_child(instance=FormPage(title="Anfrage", slug="anfrage", live=state != "draft"))
    if state == "closed":
        PageViewRestriction.objects.create(page=form, restriction_type=PageViewRestriction.LOGIN)
    page = room_page(rooms, room(), enquiry_form=None if state == "none" else form)

    links = [link["href"] for link in read(page.url).main.select("a.button")]

    assert links == ([f"/de/anfrage/?raum={page.pk}"] if offered else [])


def test_the_way_is_told_in_words_with_a_plain_link_to_a_map(rooms, read):
    house = place(
        "Haus", latitude="52.48721", longitude="13.42503", way="Bus 17.", lift_stop="U Park, am Nordende."
    )
    page = room_page(rooms, room(place=house))

    read = read(page.url)

    for said in [
        "Parkweg 3",
        "12345 Berlin",
        "Bus 17.",
        "Nächste Haltestelle mit Aufzug: U Park, am Nordende.",
    ]:
        assert said in read.text
    link = read.main.find("a", string="„Haus“ auf OpenStreetMap")
    assert link["href"].startswith("https://www.openstreetmap.org/?mlat=52.48721&mlon=13.42503")
    assert read.soup.iframe is None


@pytest.mark.parametrize(
    ("facts", "link"),
    [
        ({}, "https://www.openstreetmap.org/search?query=Parkweg%203%2C%2012345%20Berlin"),
        ({"street": "", "postal_code": "", "city": ""}, ""),
        (
            {"street": "", "postal_code": "", "latitude": 52},
            "https://www.openstreetmap.org/search?query=Berlin",
        ),
    ],
)
def test_without_a_point_the_map_looks_for_the_address(db, facts, link):
    assert place(**facts).map_link == link


def test_whom_to_ask_stands_on_the_page(rooms, read):
    page = room_page(rooms, room(), contact=person("Jonas Brandt", phone="030 5550-140"))

    read = read(page.url)

    assert "Ansprechperson Jonas Brandt" in read.text
    assert read.main.select_one("a[href='tel:0305550140'][dir=ltr]").text == "030 5550-140"


def test_a_room_is_found_by_what_is_in_it_and_by_nothing_that_was_taken_away(rooms, client):
    hall = room("Saal", equipment="Konzertflügel")
    room_page(rooms, hall, "Zum Feiern")

    def found(question):
        return "Zum Feiern" in client.get("/de/suche/", {"q": question}).content.decode()

    assert found("Konzertflügel")
    assert found("Saal")
    hall.equipment = "Trommeln"
    hall.save()
    assert found("Trommeln")
    assert not found("Konzertflügel")


@pytest.fixture
def write(admin_client, rooms):
    """Fills in the form of a new page below "Räume", and presses a button."""

    def write(button="action-publish", index=rooms, **fields):
        form = {"title": "Zweite", "slug": "zweite", "body": streamfield([]), "fundings": inline_formset([])}
        address = reverse("wagtailadmin_pages:add", args=["places", "roompage", index.pk])
        return admin_client.post(address, nested_form_data({**form, **fields, button: "1"}))

    return write


def test_a_room_has_one_page_in_each_language(rooms, write):
    hall = room("Saal")
    room_page(rooms, hall, "Unser Saal")

    answer = write(room=hall.pk)

    assert answer.context["form"].errors["room"] == [
        "Dieser Raum hat schon eine Seite: „Unser Saal“. Bitte bearbeiten Sie diese, "
        "oder wählen Sie einen anderen Raum."
    ]
    assert RoomPage.objects.count() == 1


def test_in_another_language_a_room_may_have_a_page_of_its_own(home, rooms, write):
    hall = room("Saal")
    room_page(rooms, hall, "Unser Saal")
    english = home.copy_for_translation(Locale.objects.get_or_create(language_code="en")[0])
    english.save_revision().publish()

    answer = write(index=room_index(english, locale=english.locale), room=hall.pk)

    assert answer.status_code == 302
    assert RoomPage.objects.get(slug="zweite").live


def test_a_page_may_be_saved_again_with_its_own_room(admin_client, rooms):
    page = room_page(rooms, room())
    form = {"title": "Saal", "slug": "saal", "room": page.room_id, "body": streamfield([])}
    form |= {"fundings": inline_formset([]), "action-publish": "1"}

    admin_client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), nested_form_data(form))

    page.refresh_from_db()
    assert page.slug == "saal"


def test_a_page_without_a_room_is_asked_for_one(write):
    for button in ("action-publish", "action-save"):
        assert write(button, room="").context["form"].errors["room"]


def test_a_room_page_reads_the_same_few_tables_however_much_is_in_the_house(
    home, rooms, client, django_assert_max_num_queries
):
    form = home.add_child(instance=FormPage(title="Anfrage", slug="anfrage"))
    hall = room(tariffs=[(f"Gruppe {number}", number, "hour") for number in range(30)], **MEASURED)
    page = room_page(rooms, hall, enquiry_form=form, contact=person())
    for number in range(20):
        plain_page(rooms, f"Seite {number}")
    client.get(page.url)

    with django_assert_max_num_queries(25):
        client.get(page.url)


def test_a_translated_page_is_about_the_same_room(home, rooms):
    hall = room("Saal")
    page = room_page(rooms, hall)
    english = Locale.objects.get_or_create(language_code="en")[0]
    for each in (home, rooms):
        each.copy_for_translation(english).save_revision().publish()

    source = TranslationSource.update_or_create_from_instance(page)[0]
    source.create_or_update_translation(english, publish=True, fallback=True)

    assert RoomPage.objects.get(locale=english).room == hall
