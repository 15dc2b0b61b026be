import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.make.centre import centre
from tests.make.pages import plain_page
from tests.make.people import person
from tests.make.places import MEASURED, room, room_page

HOSTILE = [
    "plaetze=-1",
    "plaetze=0",
    "plaetze=1e308",
    "plaetze=NaN",
    "plaetze=12.5",
    "plaetze=" + "9" * 6000,
    "plaetze=<script>alert(1)</script>",
    "bestuhlung=quatsch",
    "bestuhlung=seats_rows",
    "stufenlos=2",
    "stufenlos=ja&wc=%F0%9F%98%80&hoerschleife=on",
    "wc=" + "1" * 5000,
    "room__steps=0&seite=-1&q=%27%22",
]


@pytest.fixture
def four(rooms):
    """Saal, Küche, Werkraum, and a room that nobody has measured."""
    facts = {
        "Saal": {"seats_rows": 120, "seats_tables": 80, "standing": 180, "induction_loop": "yes", **MEASURED},
        "Küche": {"seats_tables": 20, **MEASURED},
        "Werkraum": {"seats_tables": 16, "steps": 9, "door_width": 75, "accessible_toilet": "no"},
        "Neubau": {},
    }
    for name, known in facts.items():
        room_page(rooms, room(name, **known))
    return rooms


def test_all_rooms_to_hire_are_listed_with_what_one_chooses_by(four, read):
    page = read(four.url)

    assert page.titles("h2") == ["Welcher Raum passt?", "4 Räume zum Mieten"]
    assert page.titles() == ["Saal", "Küche", "Werkraum", "Neubau"]
    assert page.titles(".card:has(a[href$='werkraum/']) li") == [
        "Plätze: 16 an Tischen",
        "9 Stufen",
        "Tür nur 75 cm breit",
        "Keine rollstuhlgerechte Toilette",
    ]


@pytest.mark.parametrize(
    ("query", "found", "heading"),
    [
        ("plaetze=17", ["Saal", "Küche"], "2 von 4 Räumen passen"),
        ("plaetze=17&bestuhlung=reihen", ["Saal"], "1 von 4 Räumen passt"),
        ("bestuhlung=stehend", ["Saal"], "1 von 4 Räumen passt"),
        ("stufenlos=1", ["Saal", "Küche"], "2 von 4 Räumen passen"),
        ("wc=1&hoerschleife=1", ["Saal"], "1 von 4 Räumen passt"),
        ("plaetze=17&plaetze=100", ["Saal"], "1 von 4 Räumen passt"),
        ("plaetze=&bestuhlung=", ["Saal", "Küche", "Werkraum", "Neubau"], "4 Räume zum Mieten"),
    ],
)
def test_the_address_narrows_down_the_rooms_and_the_heading_counts_them(four, read, query, found, heading):
    page = read(f"{four.url}?{query}")

    assert page.titles() == found
    assert page.titles("h2")[1] == heading
    assert page.soup.title.text.startswith(heading) == (len(found) < 4)


def test_the_form_keeps_what_was_asked_for(four, read):
    form = read(f"{four.url}?plaetze=17&bestuhlung=tische&wc=1").main.form

    assert form["action"] == "/de/raeume/#raeume"
    assert form.select_one("#plaetze")["value"] == "17"
    assert [each["value"] for each in form.select("[type=radio][checked]")] == ["tische"]
    assert [each["name"] for each in form.select("[type=checkbox][checked]")] == ["wc"]


def test_each_filter_can_be_taken_away_by_itself(four, read):
    page = read(f"{four.url}?plaetze=17&bestuhlung=tische&stufenlos=1&unsinn=1")

    links = {link.get_text(" ", strip=True): link["href"] for link in page.main.select(".chips a")}
    assert links == {
        "Filter entfernen: mindestens 17 Plätze": "/de/raeume/?bestuhlung=tische&stufenlos=1#raeume",
        "Filter entfernen: an Tischen": "/de/raeume/?plaetze=17&stufenlos=1#raeume",
        "Filter entfernen: Ohne Stufen, Türen breit genug für einen Rollstuhl": (
            "/de/raeume/?plaetze=17&bestuhlung=tische#raeume"
        ),
        "Alle Filter löschen": "/de/raeume/#raeume",
    }


@pytest.mark.parametrize("query", HOSTILE)
def test_what_makes_no_sense_in_an_address_was_not_asked_for(four, read, query):
    page = read(f"{four.url}?{query}")

    assert page.status == 200
    assert page.titles("h2")[1] == "4 Räume zum Mieten"
    assert page.main.script is None
    assert not page.main.select(".chips")


@pytest.mark.parametrize("query", ["plaetze=30%00", "bestuhlung=%00", "wc=1%FF"])
def test_what_no_browser_sends_is_refused(four, client, query):
    assert client.get(f"{four.url}?{query}").status_code == 400


def test_where_nothing_fits_the_nearest_rooms_and_a_phone_number_are_offered(four, read):
    centre(phone="030 5550-100")

    page = read(f"{four.url}?plaetze=150")

    assert page.titles("h2")[1] == "Kein Raum hat all das"
    assert page.titles("h3") == ["Saal", "Küche", "Werkraum", "Wir helfen Ihnen gern, einen Raum zu finden"]
    assert page.main.select_one("a[href='tel:0305550100']")


def test_where_nothing_fits_the_person_for_rooms_is_named_before_the_house(rooms, read):
    centre(phone="030 5550-100")
    rooms.contact = person("Jonas Brandt", phone="030 5550-140")
    rooms.save()
    room_page(rooms, room(seats_rows=10))

    page = read(f"{rooms.url}?plaetze=11")

    assert "Jonas Brandt" in page.text
    assert page.main.select_one("a[href='tel:0305550140']")
    assert not page.main.select_one("a[href='tel:0305550100']")


def test_a_house_without_rooms_to_hire_says_so(rooms, read):
    page = read(f"{rooms.url}?plaetze=3")

    assert page.titles("h2") == ["Zurzeit kann man keinen Raum mieten"]
    assert page.main.form is None


@pytest.mark.parametrize("kind", [PageViewRestriction.LOGIN, PageViewRestriction.PASSWORD])
def test_a_room_that_is_not_for_everybody_is_neither_listed_nor_counted(four, read, kind):
    secret = room_page(four, room("Marderhund", seats_rows=500))
    PageViewRestriction.objects.create(page=secret, restriction_type=kind, password="geheim")
    room_page(four, room("Marderbau"), live=False)

    for query in ["", "?plaetze=400", "?stufenlos=1", "?plaetze=9999"]:
        page = read(f"{four.url}{query}")
        assert "Marder" not in str(page.soup)
        assert "5" not in page.titles("h2")[1]


def test_what_is_not_to_hire_and_other_pages_are_named_below(four, read):
    room_page(four, room("Café"), is_for_hire=False)
    plain_page(four, "Hausordnung")

    page = read(four.url)

    assert page.titles("h2")[-1] == "Mehr zu unseren Räumen"
    assert page.titles(".listing__links li") == ["Café", "Hausordnung"]
    assert "Café" not in page.titles()


def test_a_hundred_rooms_ask_the_database_no_more_than_two(rooms, client):
    def queries(query):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(rooms.url + query)
        return len(asked)

    for number in range(2):
        room_page(rooms, room(f"Raum {number}", seats_rows=number + 1))
    queries("")
    few = [queries(query) for query in ("", "?plaetze=2", "?plaetze=900")]
    for number in range(2, 100):
        room_page(rooms, room(f"Raum {number}", seats_rows=number + 1))

    assert [queries(query) for query in ("", "?plaetze=2", "?plaetze=900")] == few
    assert max(few) <= 25
