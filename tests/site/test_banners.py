"""What everybody has to know stands on every page, in the reader's language, for as long as it holds."""

from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from pages.announcements.choices import Kind, Sentence, Shown
from pages.announcements.models import AnnouncementPage
from quartier.context import House
from tests.make.announcements import announcement, news
from tests.make.bricks import words
from tests.make.events import calendar, change, event
from tests.make.pages import plain_page
from tests.make.translations import published, translated

EVERYWHERE = {"shown": Shown.EVERYWHERE, "hours": (-1, 3)}
SECRET = "Marderhund"
NOON = "2026-11-26 12:00+01:00"
pytestmark = pytest.mark.django_db


@pytest.fixture
def aktuelles(home):
    return news(home)


def banners(client, address="/de/"):
    """What stands in the banners of a page, as one reads it."""
    page = BeautifulSoup(client.get(address).content, "html.parser")
    return [words(each) for each in page.select(".banners .banner__words")]


def test_a_notice_stands_above_every_page_with_its_kind_and_its_end(client, home, aktuelles):
    plain_page(home, "Impressum")
    with time_machine.travel("2026-12-03 14:30+01:00", tick=False):
        announcement(aktuelles, "Kein Wasser", kind=Kind.WARNING, **EVERYWHERE)

        found = [banners(client, path) for path in ("/de/", "/de/impressum/", "/de/gibt-es-nicht/")]

    assert found == [["Warnung: Kein Wasser bis heute, 17:30 Uhr"]] * 3


def test_it_is_a_named_part_of_the_page_before_the_header_and_leads_on(client, aktuelles):
    page = announcement(aktuelles, "Kein Wasser", **EVERYWHERE)

    html = BeautifulSoup(client.get("/de/").content, "html.parser")

    section = html.select_one("section.banners")
    assert section["aria-label"] == "Aktuelle Hinweise"
    assert not section.has_attr("role")
    assert section.select_one("a")["href"] == page.url
    assert section.find_next("header")["class"] == ["site-header", "wrap"]
    assert [each.name for each in section.find_previous_siblings()] == ["a", "a"]  # to skip it


def test_without_script_nothing_hides_it_and_an_emergency_never_can_be_hidden(client, aktuelles):
    announcement(aktuelles, "Kein Wasser", **EVERYWHERE)
    announcement(aktuelles, "Gas", kind=Kind.EMERGENCY, **EVERYWHERE)

    html = BeautifulSoup(client.get("/de/").content, "html.parser")

    emergency, warning = html.select(".banner")
    assert emergency.select_one("button") is None
    assert warning.select_one("button").has_attr("hidden")
    assert html.select_one('script[src$="js/banner.js"]')["type"] == "module"


def test_a_notice_that_has_changed_comes_back_to_whoever_put_it_away(client, aktuelles):
    page = published(announcement(aktuelles, "Kein Wasser", **EVERYWHERE))
    key = {each.key for each in _of_house(client)}

    with time_machine.travel(timezone.now() + timedelta(minutes=5)):
        published(page, title="Kein warmes Wasser")
        other = {each.key for each in _of_house(client)}

    assert len(key | other) == 2


def test_new_facts_bring_it_back_to_readers_of_a_translation_too(client, aktuelles):
    page = published(announcement(aktuelles, "Kein Wasser", **EVERYWHERE))
    translated(page, "en", title="No water")
    key = {each.key for each in _of_house(client, "/en/")}

    with time_machine.travel(timezone.now() + timedelta(minutes=5)):
        published(page, kind=Kind.WARNING)
        other = {each.key for each in _of_house(client, "/en/")}

    assert len(key | other) == 2


def _of_house(client, address="/de/"):
    return House.of(client.get(address).wsgi_request).banners


def test_a_page_without_a_notice_carries_nothing_of_them(client, aktuelles):
    html = client.get("/de/").content.decode()

    assert [word for word in ("banner", "Aktuelle Hinweise") if word in html] == []


def test_a_standard_sentence_speaks_each_readers_language(client, aktuelles):
    announcement(aktuelles, "Aufzug kaputt", sentence=Sentence.LIFT, **EVERYWHERE)

    assert "The lift is out of order" in banners(client, "/en/")[0]


def test_own_words_are_marked_as_german_where_nobody_translated_them(client, aktuelles):
    page = announcement(aktuelles, "Aufzug kaputt", **EVERYWHERE)

    link = BeautifulSoup(client.get("/ar/").content, "html.parser").select_one(".banner a")
    translated(page, "en", title="Lift broken")

    assert (link["lang"], link["dir"], link.text) == ("de", "ltr", "Aufzug kaputt")
    assert "Lift broken" in banners(client, "/en/")[0]


def test_it_vanishes_with_its_time(client, aktuelles):
    announcement(aktuelles, "Kein Wasser", **EVERYWHERE)

    with time_machine.travel(timezone.now() + timedelta(hours=3, minutes=1)):
        assert banners(client) == []


def test_whoever_keeps_a_page_asks_again(client, home):
    plain_page(home, "Impressum")

    assert client.get("/de/impressum/").headers["Cache-Control"] == "no-cache"


def test_the_house_knows_until_when_its_pages_are_true(client, aktuelles):
    with time_machine.travel(NOON, tick=False):
        page = announcement(aktuelles, "Kein Wasser", **EVERYWHERE)
        until = House.of(client.get("/de/").wsgi_request).true_until

    assert until == page.ends


@pytest.mark.parametrize(
    "fields",
    [
        {"live": False},
        {"hours": (1, 3)},
        {"hours": (-3, -1)},
        {"shown": Shown.HOME},
        {"shown": Shown.LIST},
    ],
)
def test_what_is_not_to_stand_there_does_not(client, aktuelles, fields):
    announcement(aktuelles, SECRET, **{**EVERYWHERE, **fields})

    assert banners(client) == []


def test_a_private_list_has_no_banners_in_any_language(client, aktuelles):
    page = announcement(aktuelles, SECRET, **EVERYWHERE)
    translated(page, "en", title=SECRET)
    PageViewRestriction.objects.create(page=aktuelles, restriction_type="login")

    for address in ("/de/", "/en/"):
        assert SECRET not in client.get(address).content.decode()


def test_a_draft_of_a_notice_is_not_told(client, aktuelles):
    page = announcement(aktuelles, "Kein Wasser", **EVERYWHERE)
    page.title = SECRET
    page.save_revision()

    assert SECRET not in client.get("/de/").content.decode()


def test_own_words_break_out_of_nothing(client, aktuelles):
    announcement(aktuelles, "<script>alert(1)</script>\"'><b>", **EVERYWHERE)

    html = client.get("/de/").content.decode()

    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_no_notice_is_one_query_and_any_number_is_one_more_in_every_language(client, home, aktuelles):
    plain_page(home, "Impressum")

    def asked(code):
        address = f"/{code}/impressum/"
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return [query["sql"] for query in queries if AnnouncementPage._meta.db_table in query["sql"]]

    none = len(asked("de"))
    for number in range(3):
        page = announcement(aktuelles, f"Hinweis {number}", **EVERYWHERE)
    translated(page, "en", title="Notice")

    assert (none, *(len(asked(code)) for code in ("de", "en", "ar"))) == (1, 2, 2, 2)


def test_the_screen_in_the_foyer_shows_them_large(client, home, aktuelles):
    calendar(home)
    with time_machine.travel(NOON, tick=False):
        announcement(aktuelles, "Kein Wasser", kind=Kind.WARNING, **EVERYWHERE)

        html = BeautifulSoup(client.get("/de/veranstaltungen/foyer/").content, "html.parser")

    assert "Warnung: Kein Wasser bis heute" in words(html.select_one(".foyer__notice--warning"))
    assert html.select(".foyer__notices a, .foyer__notices button, script") == []


def test_pages_of_others_that_show_the_calendar_show_no_notice_of_the_house(client, home, aktuelles):
    calendar(home)
    announcement(aktuelles, "Kein Wasser", **EVERYWHERE)

    assert "Kein Wasser" not in client.get("/de/veranstaltungen/einbetten/").content.decode()


def test_a_notice_of_a_date_is_told_from_the_calendar_and_leads_there(client, home, aktuelles):
    page = event(calendar(home))
    change(page, "2026-12-03 18:15", is_cancelled=True)
    about = {"event": page.translation_key, "date": page.occurrences.get().original}
    with time_machine.travel(NOON, tick=False):
        announcement(aktuelles, "egal", sentence=Sentence.CANCELLED, **EVERYWHERE, **about)

        html = BeautifulSoup(client.get("/de/").content, "html.parser")

    assert words(html.select_one(".banner a")) == "Nähcafé am Donnerstag, 3. Dezember fällt aus"
    assert html.select_one(".banner a")["href"] == "/de/veranstaltungen/naehcafe/2026-12-03-1815/"
