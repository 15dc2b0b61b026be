import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Locale

from tests.make import secrets
from tests.make.bricks import shown, words
from tests.make.events import calendar, change, event, line, outside
from tests.make.partners import directory, partner
from tests.make.pictures import picture
from tests.make.places import place, room
from tests.make.services import audience, topic

ASKED = {"title": "", "count": "9", "look": "lines", "once": True, "free": False}
FILTERS = ("audience", "topic", "place", "partner")
EVERY_LOOK = pytest.mark.parametrize("look", ["cards", "lines"])


@pytest.fixture(autouse=True)
def _on_a_wednesday():
    with time_machine.travel("2026-11-25 12:00+01:00", tick=False):
        yield


@pytest.fixture
def events(home):
    return calendar(home)


def brick(**wish):
    return "upcoming_events", {**dict.fromkeys(FILTERS), **ASKED, **wish}


def link(page, text):
    return next(each["href"] for each in page.find_all("a") if each.text == text)


def titles(**wish):
    return [each.text for each in shown(brick(**wish)).select("h2 a")]


def test_a_date_of_others_without_an_address_is_no_link(events):
    outside("Rundgang", "2026-12-03 10:00", "2026-12-03 11:00")

    page = shown(brick(look="cards"))

    assert [heading.text for heading in page.find_all("h2")] == ["Rundgang"]
    assert not page.select("h2 a[href]")


@EVERY_LOOK
def test_it_tells_what_comes_next_when_and_where(events, look):
    hall = room("Saal", floor=0)
    event(events, "Später", lines=[line("2026-12-10")])
    event(events, "Nähcafé", lines=[line("2026-12-03")], room=hall, slug="naehcafe")
    event(events, "Vorbei", lines=[line("2026-11-24")])

    page = shown(brick(title="Demnächst", look=look))

    said = words(page)
    assert [heading.text for heading in page.find_all(["h2", "h3"])] == ["Demnächst", "Nähcafé", "Später"]
    assert "Dezember 3 Donnerstag" in said
    assert "18:15–20 Uhr" in said
    assert "Saal, Erdgeschoss" in said
    assert link(page, "Nähcafé") == "/de/veranstaltungen/naehcafe/2026-12-03-1815/"


@EVERY_LOOK
def test_a_cancelled_date_is_crossed_out_and_says_why(events, look):
    sewing = event(events, "Nähcafé")
    change(sewing, "2026-12-03 18:15", is_cancelled=True, reason="illness")

    page = shown(brick(look=look))

    assert [crossed.text for crossed in page.find_all("s")].count("Nähcafé") == 1
    assert "Fällt aus (Krankheit)" in words(page)


def test_it_shows_as_many_as_were_asked_for(events):
    for day in range(1, 8):
        event(events, f"Tag {day}", lines=[line(f"2026-12-0{day}")])

    assert titles(count="3") == ["Tag 1", "Tag 2", "Tag 3"]
    assert len(titles(count="6")) == 6


def test_a_weekly_group_does_not_fill_the_list_alone(events):
    event(events, "Chor", lines=[line("2026-12-01", frequency="weekly", count=5)])
    event(events, "Fest", lines=[line("2026-12-20")])

    assert titles() == ["Chor", "Fest"]
    assert titles(once=False) == ["Chor", "Chor", "Chor", "Fest", "Chor", "Chor"]


def test_of_a_group_whose_first_date_is_over_the_next_one_is_shown(events):
    event(events, "Chor", lines=[line("2026-11-18", frequency="weekly", count=5)])

    page = shown(brick())

    assert "November 25 Mittwoch" in words(page)


@pytest.fixture
def two_events(events, home):
    """One event with everything one can ask for, and one that is quite different."""
    school = partner(directory(home), "Schule")
    hall = room("Saal", place("Haus am Park"))
    known = {"audiences": ["kinder"], "topics": ["kultur"], "room": hall, "partner": school, "cost": "free"}
    event(events, "Trommeln", **known)
    event(events, "Steuern", audiences=["eltern"], topics=["geld"], place=place("Rathaus"), cost="donation")
    event(events, "Ball", audiences=["eltern"], cost="fixed", price=20)
    return {"audience": audience("kinder"), "topic": topic("kultur"), "place": hall.place, "partner": school}


@pytest.mark.parametrize(
    ("name", "query"),
    [("audience", "fuer=kinder"), ("topic", "thema=kultur"), ("place", "ort={}"), ("partner", "partner={}")],
)
def test_it_is_narrowed_down_and_so_is_its_link(two_events, name, query):
    chosen = two_events[name].pk

    page = shown(brick(**{name: chosen}))

    assert [each.text for each in page.select("h2 a")] == ["Trommeln"]
    assert link(page, "Alle Veranstaltungen dieser Art") == f"/de/veranstaltungen/?{query.format(chosen)}"


def test_it_can_leave_out_what_costs_something(two_events):
    assert sorted(titles(free=True)) == ["Steuern", "Trommeln"]
    assert "/de/veranstaltungen/?kostenlos=1" in str(shown(brick(free=True)))


def test_a_partner_is_meant_in_every_language(two_events, home):
    english = secrets.in_english(two_events["partner"])

    assert titles(partner=english.pk) == ["Trommeln"]


def test_without_a_filter_it_leads_to_the_whole_calendar(events):
    event(events)

    assert link(shown(brick()), "Alle Veranstaltungen") == "/de/veranstaltungen/"


@EVERY_LOOK
def test_where_nothing_is_planned_it_says_so(events, look):
    page = shown(brick(title="Demnächst", look=look))

    assert words(page) == (
        "Demnächst Im Moment ist nichts angekündigt. Schauen Sie bitte später wieder vorbei. "
        "Alle Veranstaltungen"
    )


def test_without_a_calendar_nothing_breaks(home):
    page = shown(brick())

    assert words(page).startswith("Im Moment ist nichts angekündigt.")
    assert page.find("a") is None


@EVERY_LOOK
@pytest.mark.parametrize("state", secrets.HIDDEN)
def test_it_tells_nothing_of_what_is_not_for_everybody(events, own_files, look, state):
    event(events, "Öffentlich")
    state(event(events, secrets.SECRET, slug=secrets.SLUG, picture=picture(title=secrets.SECRET)))

    page = shown(brick(look=look, once=False))

    assert "Öffentlich" in words(page)
    assert secrets.SECRET not in str(page)
    assert f"/{secrets.SLUG}/" not in str(page)


def test_a_calendar_that_is_closed_is_not_linked(events):
    event(events)
    secrets.behind_a_login(events)

    assert shown(brick()).find("a") is None


def test_an_english_page_tells_of_german_events_in_english(events, home):
    sewing = event(events, "Nähcafé")
    copy = secrets.in_english(sewing)
    copy.title = "Sewing"
    copy.save_revision().publish()

    with translation.override("en"):
        page = shown(brick())

    assert page.find("h2").text == "Sewing"
    assert page.find("h2").a["href"].startswith("/en/")


def test_an_event_first_written_in_english_is_told_in_german_too(events):
    english = secrets.in_english(events)
    event(english, "Baby group", locale=Locale.objects.get(language_code="en"))

    page = shown(brick())

    assert page.find("h2").a["lang"] == "en"
    assert page.find("h2").text == "Baby group"


@EVERY_LOOK
def test_dates_of_others_name_their_source(events, look):
    outside("Rundgang", "2026-12-03 10:00", "2026-12-03 11:00", of="Bezirk", location="Am Brunnen")

    said = words(shown(brick(look=look)))

    assert "Rundgang" in said
    assert "Am Brunnen" in said
    assert "Bezirk" in said


def questions(*bricks):
    shown(*bricks)  # what a process asks once
    with CaptureQueriesContext(connection) as asked:
        shown(*bricks)
    return len(asked)


@EVERY_LOOK
def test_nine_dates_cost_no_more_questions_than_one(events, own_files, look):
    photo, hall = picture(), room("Saal")
    event(events, "Erster", picture=photo, room=hall)
    few = questions(brick(look=look))
    for number in range(8):
        event(events, f"Tag {number}", lines=[line(f"2026-12-1{number}")], picture=photo, room=hall)

    assert len(titles(look=look)) == 9
    assert questions(brick(look=look)) == few


def test_each_further_brick_costs_three_questions(events):
    event(events)

    assert questions(brick(), brick(look="cards")) == questions(brick()) + 3
