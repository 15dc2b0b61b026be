from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pages.events.models import EventPage
from pages.places.models import Place
from tests.make.events import event, line
from tests.make.partners import directory, partner
from tests.make.places import room
from tests.make.secrets import HIDDEN
from tests.make.services import audience, in_english, topic


@pytest.fixture
def _some(house, home):
    """Three events in December that differ in all one can ask for."""
    friends = directory(home)
    event(
        house,
        "Chor",
        lines=[line("2026-12-03")],
        audiences=["kinder"],
        topics=["kultur"],
        languages=["de", "ar"],
        room=room("Saal", steps=0, door_width=95),
        partner=partner(friends, "Stiftung"),
    )
    event(
        house,
        "Yoga",
        lines=[line("2026-12-04")],
        audiences=["kinder", "familien"],
        topics=["gesundheit"],
        languages=["de"],
        cost="fixed",
        price=Decimal(5),
        registration="phone",
        room=room("Keller", steps=9, door_width=95),
    )
    event(
        house,
        "Markt",
        lines=[line("2026-12-05", frequency="weekly", count=2)],
        cost="donation",
        place=Place.objects.create(name={"de": "Park"}),
    )


VIEWS = [
    "",
    "&ansicht=monat&datum=2026-12-01",
    "&ansicht=woche&datum=2026-12-03",
]


@pytest.mark.usefixtures("_some")
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("fuer=kinder", {"Chor", "Yoga", "Markt"}),
        ("fuer=familien", {"Yoga", "Markt"}),
        ("thema=kultur", {"Chor"}),
        ("thema=kultur&thema=gesundheit", {"Chor", "Yoga"}),
        ("sprache=ar", {"Chor"}),
        ("kostenlos=1", {"Chor", "Markt"}),
        ("stufenlos=1", {"Chor"}),
        ("ohne-anmeldung=1", {"Chor", "Markt"}),
        ("fuer=kinder&sprache=de&kostenlos=1", {"Chor"}),
    ],
)
def test_each_filter_leaves_what_fits_in_each_view(look, view, query, titles):
    assert set(look(f"?{query}{view}").titles) == titles


@pytest.mark.usefixtures("_some")
def test_one_may_ask_for_a_place_and_for_a_partner(look):
    chor, park = (EventPage.objects.get(title=title) for title in ("Chor", "Markt"))

    assert set(look(f"?ort={park.place_id}").titles) == {"Markt"}
    assert look(f"?partner={chor.partner_id}").titles == ["Chor"]
    assert list(look(f"?partner={chor.partner_id}").chips) == ["Filter entfernen: Stiftung"]


def test_a_partner_is_the_same_in_every_language(house, home, look):
    friend = partner(directory(home), "Stiftung")
    english = in_english(friend, title="Foundation")
    event(house, "Chor", partner=english)

    seen = look(f"?partner={friend.pk}")

    assert seen.titles == ["Chor"]
    assert seen.offered("partner") == ["Stiftung"]


@pytest.mark.usefixtures("_some")
def test_links_keep_the_filter_and_filters_keep_the_view(house, look):
    seen = look("?fuer=kinder&kostenlos=1&ansicht=monat&datum=2026-12-24")

    month = f"{house.url}?ansicht=monat&datum=2026-12-01"
    assert seen.link("Woche").endswith("?ansicht=woche&datum=2026-12-21&fuer=kinder&kostenlos=1#kalender")
    assert seen.chips == {
        "Filter entfernen: Kinder": f"{month}&kostenlos=1#kalender",
        "Filter entfernen: kostenlos": f"{month}&fuer=kinder#kalender",
    }
    assert seen.link("Alle Filter löschen") == f"{month}#kalender"
    kept = {box["name"]: box["value"] for box in seen.soup.select('.panels input[type="hidden"]')}
    assert kept == {"ansicht": "monat", "datum": "2026-12-01"}
    assert "Kinder, kostenlos" in seen.window


def test_only_what_any_event_to_come_has_is_offered(house, look):
    audience("niemand")
    event(house, "Chor", audiences=["kinder"], topics=["kultur"], languages=["ar"])
    event(house, "Vorbei", lines=[line("2026-01-08")], audiences=["familien"], topics=["garten"])

    seen = look()

    assert seen.offered("fuer") == ["Kinder"]
    assert seen.offered("thema") == ["Kultur"]
    assert seen.offered("sprache") == ["Arabisch"]
    assert seen.offered("ort") == []
    assert set(look("?fuer=familien").offered("fuer")) == {"Familien", "Kinder"}


@pytest.mark.usefixtures("_some")
def test_where_nothing_fits_one_is_led_on(house, look):
    seen = look("?ansicht=monat&datum=2027-03-01&thema=kultur")

    assert "In dieser Zeit passt nichts zu allem, was Sie suchen." in seen.said
    assert seen.link("Dezember 2026 ansehen") == (
        f"{house.url}?ansicht=monat&datum=2026-12-01&thema=kultur#kalender"
    )


@pytest.mark.parametrize("hide", HIDDEN)
def test_a_hidden_event_is_in_no_view_and_in_no_filter(house, look, hide):
    event(house, "Chor")
    page = event(house, "Geheim", topics=["heimlich"], languages=["vi"], audiences=["spione"])
    hide(page)

    for query in (
        "",
        "?ansicht=monat&datum=2026-12-01",
        "?ansicht=woche&datum=2026-12-03",
        "?datum=2026-12-03",
    ):
        seen = look(query)
        assert seen.titles == ["Chor"]
        assert "Heimlich" not in seen.response.content.decode()
        assert "Spione" not in seen.response.content.decode()
        assert "Vietnamesisch" not in seen.response.content.decode()


@pytest.mark.parametrize("hide", HIDDEN)
def test_a_hidden_partner_is_neither_named_nor_told_apart(house, home, look, hide):
    friend = partner(directory(home), "Geheimbund")
    event(house, "Chor", partner=friend)
    event(house, "Yoga")
    hide(friend)

    seen = look(f"?partner={friend.pk}")

    assert set(seen.titles) == {"Chor", "Yoga"}
    assert "Geheimbund" not in seen.response.content.decode()


def test_the_calendar_asks_as_much_of_many_events_as_of_few(client, house, home):
    friends = directory(home)
    days = [line("2026-11-01"), line("2026-11-29"), line("2026-12-03")]
    event(house, "Chor", days, audiences=["kinder"], topics=["kultur"], partner=partner(friends))
    views = ["", "?fuer=kinder", "?ansicht=monat&datum=2026-12-01", "?ansicht=woche&datum=2026-12-03"]
    views = [*views, "?ansicht=tag&datum=2026-12-03", "?ansicht=archiv", "?ansicht=wochenende&kostenlos=1"]

    def asked():
        for view in views:
            client.get(house.url + view)
            with CaptureQueriesContext(connection) as queries:
                client.get(house.url + view)
            yield len(queries)

    few = list(asked())
    for number in range(7):
        where = {"room": room(f"Raum {number}"), "partner": partner(friends, f"Verein {number}")}
        event(
            house,
            f"Kurs {number}",
            lines=[line("2026-11-01", frequency="daily", count=60)],
            audiences=["kinder", f"a-{number}"],
            topics=[f"t-{number}"],
            **where,
        )

    assert list(asked()) == few
    assert max(few) <= 26  # one of them for the notices above every page


def test_the_window_names_what_was_chosen_as_one_writes_it(look, house):
    topic("basteln", name={"en": "Arts & crafts"})
    event(house, "Chor", topics=["basteln"])

    assert ": Arts & crafts–" in look("?thema=basteln").window
