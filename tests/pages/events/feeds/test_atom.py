"""What news readers are told: what comes next, and what became of dates lately."""

from html import unescape
from xml.etree import ElementTree

import pytest
import time_machine
from wagtail.models import PageViewRestriction

from tests.make.events import calendar, change, event, line
from tests.make.places import room
from tests.pages.events.feeds.programmes import THURSDAYS

COMING, CHANGES = "/de/veranstaltungen/feed.xml", "/de/veranstaltungen/aenderungen.xml"
ATOM = "{http://www.w3.org/2005/Atom}"
FRIDAY = {"is_postponed": True, "starts": "2026-12-04 17:00", "ends": "2026-12-04 19:00"}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2026-11-25 12:00+01:00", tick=False) as traveller:
        yield traveller


@pytest.fixture
def house(home):
    return calendar(home)


def entries(client, address):
    return ElementTree.fromstring(client.get(address).content).findall(f"{ATOM}entry")


def said(entry, name):
    return entry.find(f"{ATOM}{name}").text


def titles(client, address):
    return [said(entry, "title") for entry in entries(client, address)]


def test_the_next_dates_come_in_order_with_all_one_needs(client, house):
    event(house, "Chor", lines=[line("2026-12-09")], room=room("Saal"), summary="Wir singen & <lachen>.")
    event(house, "Basar", lines=[line("2026-12-05", starts=None)])
    event(house, "Vorbei", lines=[line("2026-11-20")])

    basar, chor = entries(client, COMING)

    assert (said(basar, "title"), said(chor, "title")) == ("Basar", "Chor")
    assert said(basar, "summary") == "<p>Samstag, 5. Dezember 2026</p>"
    assert unescape(said(chor, "summary")) == (
        "<p>Mittwoch, 9. Dezember 2026, 18:15–20 Uhr</p><p>Saal, Haus am Park, Parkweg 3, 12345 Berlin</p>"
        "<p>Wir singen & <lachen>.</p>"
    )
    assert (
        chor.find(f"{ATOM}link").get("href") == "http://testserver/de/veranstaltungen/chor/2026-12-09-1815/"
    )


def test_what_became_of_a_date_stands_before_its_title(client, house):
    page = event(house, "Chor", lines=[line(**THURSDAYS, count=4)])
    change(page, "2026-12-03 18:15", **FRIDAY, reason="illness")
    change(page, "2026-12-10 18:15", is_cancelled=True)
    change(page, "2026-12-17 18:15", is_full=True)

    assert titles(client, COMING) == [
        "VERSCHOBEN: Chor",
        "Chor",
        "ABGESAGT: Chor",
        "AUSGEBUCHT: Chor",
        "Chor",
    ]
    assert "Verschoben auf Freitag, 4. Dezember, 17 Uhr. Krankheit." in said(
        entries(client, COMING)[0], "summary"
    )


def test_every_entry_has_a_name_that_stays(client, house, clock):
    page = event(house, "Chor", lines=[line(**THURSDAYS, count=2)])
    before = [(said(entry, "id"), said(entry, "updated")) for entry in entries(client, COMING)]
    clock.shift(60)
    change(page, "2026-12-03 18:15", is_cancelled=True)
    after = [(said(entry, "id"), said(entry, "updated")) for entry in entries(client, COMING)]

    assert [name for name, _at in before] == [name for name, _at in after]
    assert before[0][0] == f"tag:testserver,2026:{page.translation_key}/2026-12-03-1815"
    assert after[0][1] > before[0][1]
    assert after[1] == before[1]


def test_both_times_of_a_postponed_date_have_names(client, house):
    change(event(house), "2026-12-03 18:15", **FRIDAY)

    assert len({said(entry, "id") for entry in entries(client, COMING)}) == 2


def test_the_latest_change_comes_first_and_each_once(client, house, clock):
    page = event(house, "Chor", lines=[line(**THURSDAYS, count=9)])
    change(page, "2026-12-10 18:15", is_cancelled=True)
    clock.shift(60)
    change(page, "2026-12-03 18:15", **FRIDAY)
    clock.shift(60)
    change(page, "2026-12-24 18:15", is_full=True)

    assert titles(client, CHANGES) == ["AUSGEBUCHT: Chor", "VERSCHOBEN: Chor", "ABGESAGT: Chor"]


def test_what_was_undone_is_no_change(client, house):
    page = event(house, "Chor", lines=[line(**THURSDAYS, count=9)])
    change(page, "2026-12-03 18:15", is_cancelled=False)

    assert titles(client, CHANGES) == []


def test_a_change_of_long_ago_is_no_news(client, house, clock):
    page = event(house, "Chor", lines=[line(**THURSDAYS)])
    change(page, "2027-06-03 18:15", is_cancelled=True)
    clock.shift(61 * 24 * 3600)

    assert titles(client, CHANGES) == []


def test_a_feed_has_no_end_that_nobody_reads(client, house):
    event(house, lines=[line("2026-12-01", frequency="daily")])

    assert len(entries(client, COMING)) == 100


@pytest.mark.parametrize("address", [COMING, CHANGES])
def test_nothing_is_told_of_what_is_not_for_everybody(client, house, address):
    for name in ("Geheim", "Entwurf"):
        page = event(house, name)
        change(page, "2026-12-03 18:15", is_cancelled=True)
    page.unpublish()
    PageViewRestriction.objects.create(page=house.get_children().first(), restriction_type="login")

    assert titles(client, address) == []


@pytest.mark.parametrize("address", [COMING, CHANGES])
def test_filters_and_conditions_work_as_for_the_calendar_file(client, house, address):
    for name, cost in (("Umsonst", "free"), ("Teuer", "on-request")):
        change(event(house, name, cost=cost), "2026-12-03 18:15", is_cancelled=True)
    answer = client.get(f"{address}?kostenlos=1&ort=-1&fuer=%C3%A4")
    again = client.get(f"{address}?kostenlos=1&ort=-1&fuer=%C3%A4", headers={"If-None-Match": answer["ETag"]})

    assert titles(client, f"{address}?kostenlos=1&ort=-1&fuer=%C3%A4") == ["ABGESAGT: Umsonst"]
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert again.status_code == 304


@pytest.mark.parametrize("title", ["]]> <b>&amp;</b> \x0b\x08", "\ufffe\uffff {{7*7}}", "\u202eabc"])
def test_a_title_never_breaks_a_feed(client, house, title):
    event(house, title, slug="termin", summary=title)

    (found,) = entries(client, COMING)

    assert said(found, "title") in title or said(found, "title") == title.rstrip("\x0b\x08")


def test_in_a_language_that_is_not_translated_all_is_said_in_it_but_title_and_summary(client, house):
    event(house, "Chor", slug="chor", lines=[line("2026-12-09")], summary="Wir singen.")

    answer = client.get(COMING.replace("/de/", "/tr/")).content
    feed = ElementTree.fromstring(answer)
    [chor] = feed.findall(f"{ATOM}entry")

    language = "{http://www.w3.org/XML/1998/namespace}lang"
    assert (feed.get(language), chor.find(f"{ATOM}title").get(language)) == ("tr", "de")
    assert "9 Aralık 2026" in said(chor, "summary")
    assert '<span lang="de" dir="ltr">Wir singen.</span>' in said(chor, "summary")
    assert chor.find(f"{ATOM}link").get("href").endswith("/tr/veranstaltungen/chor/2026-12-09-1815/")


def test_in_its_own_language_a_title_needs_no_mark(client, house):
    event(house, "Chor", lines=[line("2026-12-09")])

    assert client.get(COMING).content.decode().count("xml:lang") == 1
