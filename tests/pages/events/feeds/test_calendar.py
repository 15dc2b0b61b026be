"""What a calendar file says, to whom, and how it is asked for."""

from datetime import date

import icalendar
import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, PageViewRestriction

from pages.events.feeds.calendar import date_calendar, event_calendar
from pages.events.models import EventPage, LeftOutDay
from pages.topics.models import Topic
from tests.make.events import calendar, change, event, line
from tests.make.places import place, room
from tests.pages.events.feeds.programmes import THREE, THURSDAYS

FILE = "/de/veranstaltungen/kalender.ics"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2026-11-25 12:00+01:00", tick=False) as traveller:
        yield traveller


@pytest.fixture
def house(home):
    return calendar(home)


def dates(client, address=FILE):
    return read(client.get(address))


def whole(response):
    return icalendar.Calendar.from_ical(response.content)


def read(response):
    return whole(response).walk("VEVENT")


def titles(client, address=FILE):
    return [str(each["SUMMARY"]) for each in dates(client, address)]


def test_all_that_one_wants_to_know_stands_in_plain_words(client, house):
    saal = room(
        "Saal",
        place("Haus am Park", latitude="52.48721", longitude="13.42503"),
        floor=0,
        steps=0,
        door_width=95,
    )
    event(
        *(house, "Nähcafé"),
        lines=[line(**THURSDAYS, count=3)],
        room=saal,
        summary="Wir nähen <gemeinsam>; Anfänger, Kinder & alle.",
        cost="fixed",
        price="3.50",
        registration="link",
        registration_link="https://anmelden.example/?a=1,2;3",
        topics=["Handarbeit"],
    )

    (found,) = dates(client)

    assert str(found["DESCRIPTION"]).split("\n") == [
        "Wir nähen <gemeinsam>; Anfänger, Kinder & alle.",
        "Jeden Donnerstag, 18:15–20 Uhr, 3-mal.",
        "Anmeldung: Bitte melden Sie sich auf einer anderen Website an: https://anmelden.example/?a=1,2;3",
        "Kosten: 3,50\xa0€ pro Termin",
        "Ohne Stufen, schmalste Tür 95 cm breit.",
        "http://testserver/de/veranstaltungen/naehcafe/",
    ]
    assert found["LOCATION"] == "Saal, Erdgeschoss, Haus am Park, Parkweg 3, 12345 Berlin"
    assert found["GEO"].to_ical() == "52.48721;13.42503"
    assert [str(topic) for topic in found["CATEGORIES"].cats] == [str(Topic.objects.get().name)]
    assert found["URL"] == "http://testserver/de/veranstaltungen/naehcafe/"


def test_what_is_called_off_says_so_before_its_title(client, house):
    page = event(house, "Nähcafé", lines=[line(**THURSDAYS, count=3)])
    change(page, "2026-12-10 18:15", is_cancelled=True, reason="illness", reason_note="Bis bald!")

    series, cancelled = dates(client)

    assert (series["SUMMARY"], series["STATUS"]) == ("Nähcafé", "CONFIRMED")
    assert (cancelled["SUMMARY"], cancelled["STATUS"]) == ("ABGESAGT: Nähcafé", "CANCELLED")
    assert "Fällt aus. Krankheit: Bis bald!" in cancelled["DESCRIPTION"]
    assert cancelled["UID"] == series["UID"] == f"{page.translation_key}@testserver"
    assert cancelled["URL"].endswith("/2026-12-10-1815/")


def test_a_postponed_date_stands_at_both_of_its_times(client, house):
    page = event(house, "Nähcafé")
    change(page, "2026-12-03 18:15", is_postponed=True, starts="2026-12-04 17:00", ends="2026-12-04 19:00")

    there, left = dates(client)

    assert (there["SUMMARY"], f"{there['DTSTART'].dt:%d.%m. %H:%M}") == ("Nähcafé", "04.12. 17:00")
    assert "Verlegt, war am Donnerstag, 3. Dezember" in there["DESCRIPTION"]
    assert (left["SUMMARY"], f"{left['DTSTART'].dt:%d.%m. %H:%M}") == ("VERSCHOBEN: Nähcafé", "03.12. 18:15")
    assert "Verschoben auf Freitag, 4. Dezember" in left["DESCRIPTION"]


def test_a_change_is_newer_than_what_it_changes(client, house, clock):
    page = event(house, lines=[line(**THURSDAYS, count=3)])
    before = dates(client)[0]
    clock.shift(60)
    made = change(page, "2026-12-10 18:15", is_cancelled=True)
    cancelled = dates(client)
    clock.shift(60)
    made.delete()
    page.save()
    undone = dates(client)

    sequences = [before["SEQUENCE"], *(each["SEQUENCE"] for each in cancelled), undone[0]["SEQUENCE"]]
    assert sequences == [before["SEQUENCE"], *[before["SEQUENCE"] + 60] * 2, before["SEQUENCE"] + 120]
    assert sequences[-1] < 2**31
    assert undone[0]["LAST-MODIFIED"].dt > cancelled[0]["LAST-MODIFIED"].dt > before["LAST-MODIFIED"].dt


def test_a_date_that_vanishes_raises_the_number_too(client, house, clock):
    page = event(house, lines=[line(**THURSDAYS, count=5)])
    before = dates(client)[0]["SEQUENCE"]
    clock.shift(60)
    page = EventPage.objects.get(pk=page.pk)
    page.left_out = [LeftOutDay(day=date(2026, 12, 17))]
    page.save()

    assert dates(client)[0]["SEQUENCE"] > before


def test_the_whole_calendar_introduces_itself(client, house):
    found = whole(client.get(FILE))

    assert found["NAME"] == found["X-WR-CALNAME"] == "Nachbarschaftshaus: Veranstaltungen"
    assert found["REFRESH-INTERVAL"].to_ical() == b"PT6H"
    assert found["COLOR"] == "firebrick"
    assert found["SOURCE"] == f"http://testserver{FILE}"


@pytest.mark.parametrize(
    "title",
    [
        "a\\nb; c, d: \"e\" 'f'",
        "END:VEVENT",
        "{{7*7}} %s%n <script>alert(1)</script>",
        "\u202emoob \ufeff 👩‍👩‍👧‍👦" * 9,
        "bell\x07 tab\t nl\nBEGIN:VALARM cr\r\nx",
        "ä" * 255,
        "   ",
    ],
)
def test_a_title_is_never_more_than_a_title(client, house, title):
    event(house, title, slug="termin")

    body = client.get(FILE).content
    (found,) = read(client.get(FILE))

    assert found["SUMMARY"].split() == title.replace("\x07", "").split()
    assert all(len(part) <= 75 for part in body.split(b"\r\n"))
    assert b"\n" not in body.replace(b"\r\n", b"")
    body.decode()


def test_every_language_names_the_same_events(client, home, house):
    german = event(house, "Nähcafé", lines=[line(**THURSDAYS, count=3)])
    change(german, "2026-12-10 18:15", is_cancelled=True, reason="illness")
    event(house, "Nur deutsch", slug="nur")
    english = Locale.objects.create(language_code="en")
    for page in (home, house, german):
        copy = page.copy_for_translation(english)
        copy.title = "Sewing" if page is german else copy.title
        copy.save_revision().publish()

    told = {str(each["SUMMARY"]): each for each in dates(client, "/en/veranstaltungen/kalender.ics")}

    assert set(told) == {"Sewing", "CANCELLED: Sewing", "Nur deutsch"}
    assert "Cancelled. Illness." in told["CANCELLED: Sewing"]["DESCRIPTION"]
    assert told["Nur deutsch"]["SUMMARY"].params["LANGUAGE"] == "de"
    assert {each["UID"] for each in told.values()} == {each["UID"] for each in dates(client)}


def test_what_is_not_for_everybody_stands_in_no_file(client, house):
    secret, draft, gone = (event(house, name) for name in ("Geheim", "Entwurf", "Vorbei"))
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    draft.unpublish()
    assert titles(client) == ["Vorbei"]

    gone.unpublish()
    assert titles(client) == []
    assert b"Vorbei" not in client.get("/de/veranstaltungen/feed.xml").content


def test_filters_are_those_of_the_calendar(client, house):
    event(house, "Umsonst")
    event(house, "Teuer", cost="fixed", price=3)

    assert titles(client, f"{FILE}?kostenlos=1") == ["Umsonst"]
    assert whole(client.get(f"{FILE}?kostenlos=1"))["SOURCE"].endswith("kalender.ics?kostenlos=1")


@pytest.mark.parametrize(
    "query", ["fuer=x", "ort=-1", "ort=1e308&ort=NaN", f"ort={'9' * 4000}", "kostenlos=2&&=", "x[]=%C3%A4"]
)
def test_a_senseless_query_asks_for_everything(client, house, query):
    event(house)

    assert titles(client, f"{FILE}?{query}") == ["Nähcafé"]


def test_what_was_over_a_year_ago_is_left_out(client, house):
    event(house, "Alt", lines=[line("2025-10-31")])
    event(house, "Neuer", lines=[line("2025-11-01")])

    assert titles(client) == ["Neuer"]


def test_who_has_it_already_is_told_so(client, house, clock):
    page = event(house, lines=[line(**THURSDAYS, count=3)])
    first = client.get(FILE)
    known = {"If-None-Match": first["ETag"]}
    again = client.get(FILE, headers=known)
    dated = client.get(FILE, headers={"If-Modified-Since": first["Last-Modified"]})
    clock.shift(60)
    change(page, "2026-12-10 18:15", is_full=True)
    changed = client.get(FILE, headers=known)

    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert dated.status_code == 304
    assert changed.status_code == 200
    assert "AUSGEBUCHT: Nähcafé" in [str(each["SUMMARY"]) for each in read(changed)]


def test_what_is_withdrawn_is_withdrawn_for_who_has_it(client, house):
    page = event(house)
    known = {"If-None-Match": client.get(FILE)["ETag"]}
    page.unpublish()

    assert client.get(FILE, headers=known).status_code == 200


def test_the_headers_say_what_it_is(client, house):
    got, head = client.get(FILE), client.head(FILE)

    assert got["Content-Type"] == "text/calendar; charset=utf-8"
    assert got["Content-Disposition"] == 'inline; filename="veranstaltungen.ics"'
    assert got["Cache-Control"] == "no-cache"
    assert head.content == b""
    assert {**head.headers} == {**got.headers}


@pytest.mark.parametrize("query", ["", "?kostenlos=1"])
def test_a_full_house_asks_the_database_no_more_than_one_with_little_in_it(client, house, query):
    def full(number):
        page = event(
            house, f"Chor {number}", lines=[line(**each) for each in THREE], room=room(f"Saal {number}")
        )
        change(page, "2026-12-10 18:15", is_cancelled=True)

    def asked():
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            told = titles(client, FILE + query)
        return len(told), len(queries)

    full(0)
    asked()
    little = asked()
    for number in range(1, 9):
        full(number)
    much = asked()

    assert (little[0], much[0]) == (2, 18)
    assert little[1] == much[1] <= 22


def test_one_event_and_one_date_have_files_of_their_own(house, rf):
    page = event(house, "Nähcafé", lines=[line(**THURSDAYS, count=3)])
    event(house, "Chor")
    change(page, "2026-12-10 18:15", is_cancelled=True)

    whole = read(event_calendar(page, rf.get("/")))
    (one,) = read(date_calendar(page, page.occurrences.get(state="cancelled"), rf.get("/")))

    assert [str(each["SUMMARY"]) for each in whole] == ["Nähcafé", "ABGESAGT: Nähcafé"]
    assert (one["SUMMARY"], "RRULE" in one, "RECURRENCE-ID" in one) == ("ABGESAGT: Nähcafé", False, False)


def test_a_closed_event_has_an_empty_file(house, rf):
    page = event(house)
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="x")

    assert read(event_calendar(page, rf.get("/"))) == []
    assert read(date_calendar(page, page.occurrences.get(), rf.get("/"))) == []
