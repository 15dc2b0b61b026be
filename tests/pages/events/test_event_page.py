"""The page of an event and the pages of its dates, as a reader gets them."""

from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar
from wagtail.models import Locale, PageViewRestriction

from pages.enquiries.models import FormPage
from pages.events.models import EventPage, Occurrence
from pages.partners.models import PartnerPage
from pages.people.models import Person
from pages.places.models import RoomPage
from tests.make.centre import centre, closed
from tests.make.events import calendar, change, event, line
from tests.make.pages import plain_page
from tests.make.pictures import picture
from tests.make.places import room
from tests.make.services import service

MOST_QUERIES = 26  # one of them for the notices above every page


@pytest.fixture(autouse=True)
def _in_november():
    with time_machine.travel("2026-11-25 12:00+01:00", tick=False):
        yield


@pytest.fixture
def programme(home):
    return calendar(home)


@pytest.fixture
def weekly(programme):
    """Every Thursday, from three weeks ago to four weeks ahead."""
    return event(programme, "Nähcafé", slug="naehcafe", lines=[thursdays("2026-12-24")])


def thursdays(last_day):
    return line("2026-11-05", frequency="weekly", last_day=date.fromisoformat(last_day))


def banner(page):
    return [" ".join(each.text.split()) for each in page.main.select(".state__words")]


def tiles(page):
    return [" ".join(each.text.split()) for each in page.main.select(".date-tiles__words")]


def in_english(page):
    english = Locale.objects.get_or_create(language_code="en")[0]
    for above in (page.get_parent().get_parent().specific, page.get_parent().specific):
        if not above.get_translation_or_none(english):
            above.copy_for_translation(english).save_revision().publish()
    copy = page.copy_for_translation(english)
    copy.title = "Sewing café"
    copy.save_revision().publish()
    return EventPage.objects.get(pk=copy.pk)


# What is known of the dates


def test_the_next_dates_are_tiles_each_with_an_address_of_its_own(weekly, read):
    page = read(weekly.url)

    assert tiles(page)[0] == "Donnerstag, 26. November, 18:15–20 Uhr"
    assert len(tiles(page)) == 5
    first = page.main.select_one(".date-tiles__link")["href"]
    assert first == f"{weekly.url}2026-11-26-1815/"
    assert read(first).status == 200


def test_all_dates_stand_on_the_page_while_they_are_few(programme, read):
    page = read(event(programme, lines=[line("2026-11-05", frequency="weekly", count=20)]).url)

    assert page.main.select_one(".dates summary").text == "Alle 17 kommenden Termine"
    assert len(page.main.select(".dates__all li")) == 17


def test_a_cancelled_date_is_struck_through_and_says_why(weekly, read):
    change(weekly, "2026-12-03 18:15", is_cancelled=True, reason="illness")

    page = read(weekly.url)

    assert tiles(page)[1] == "Donnerstag, 3. Dezember, 18:15–20 Uhr Fällt aus (Krankheit)"
    assert len(page.main.select(".date-tiles s")) == 1


def test_what_becomes_of_the_next_date_stands_above_the_title(weekly, read):
    change(weekly, "2026-11-26 18:15", is_cancelled=True, reason="other", reason_note={"de": "Rohrbruch"})

    page = read(weekly.url)

    assert banner(page) == [
        "Nächster Termin, Donnerstag, 26. November, 18:15–20 Uhr: fällt aus (Rohrbruch)",
        "Findet wieder statt: Donnerstag, 3. Dezember, 18:15–20 Uhr",
    ]
    assert str(page.main).index('class="state"') < str(page.main).index("<h1")


def test_nothing_stands_above_the_title_while_all_goes_as_planned(weekly, read):
    change(weekly, "2026-12-03 18:15", is_cancelled=True)

    assert banner(read(weekly.url)) == []


def test_an_event_without_dates_ahead_says_so(programme, read):
    page = read(event(programme, lines=[thursdays("2026-11-20")]).url)

    assert banner(page) == ["Zurzeit stehen keine weiteren Termine fest."]
    assert "Vergangene Termine: 2026 (3)" in page.text


def test_a_single_event_is_told_as_its_date(programme, read):
    single = event(programme)
    change(single, "2026-12-03 18:15", is_full=True)

    page = read(single.url)

    assert banner(page) == ["Ausgebucht"]
    assert "Donnerstag, 3. Dezember, 18:15–20 Uhr" in page.main.select_one(".page-head").text
    assert page.main.select(".date-tiles") == []


def test_a_single_event_that_is_over_says_so_and_when_it_was(programme, read):
    page = read(event(programme, lines=[line("2026-10-01")]).url)

    assert banner(page) == ["Dieser Termin ist vorbei."]
    assert "Donnerstag, 1. Oktober, 18:15–20 Uhr" in page.main.select_one(".page-head").text


def test_days_on_which_the_house_is_closed_are_told_with_the_reason(weekly, read):
    closed("2026-12-03", "2026-12-03", "Umbau")
    weekly.save()

    assert "Fällt aus: das Haus ist geschlossen (Umbau)" in tiles(read(weekly.url))[1]


def test_hundreds_of_dates_have_a_page_of_their_own(programme, read):
    daily = event(programme, lines=[line("2025-11-01", frequency="daily")])
    rows = Occurrence.objects.filter(page=daily)

    page, everything, past = (read(daily.url + end) for end in ("", "?termine=alle", "?termine=2025"))

    link = page.main.select_one(f'a[href="{daily.url}?termine=alle#termine"]')
    assert link.text == f"Alle {rows.filter(starts__gt='2026-11-25T11:00Z').count()} kommenden Termine"
    assert page.main.select(".dates__all li") == []
    assert len(tiles(page)) == 6
    assert len(everything.main.select(".dates__all li")) > 600
    assert [each.text for each in past.main.select("h3")] == ["Termine im Jahr 2025"]
    assert len(past.main.select(".dates__all li")) == rows.filter(starts__lt="2026-01-01T00:00+01:00").count()


@pytest.mark.parametrize(
    "query",
    [
        *("?termine=", "?termine=1999", "?termine=99999", "?termine=-1", "?termine=1e308", "?termine=NaN"),
        *("?termine=alle&termine=x", "?termine=" + "9" * 5000, "?termine[]=alle", "?termine=%E2%81%B2"),
    ],
)
def test_nonsense_in_the_address_is_not_asked_for(weekly, read, query):
    for address in (weekly.url, f"{weekly.url}2026-12-03-1815/"):
        page = read(address + query)

        assert page.status == 200
        assert page.main.select(".dates h3") == []


# One date


def test_a_date_has_a_page_that_tells_when_and_where_it_is(weekly, read):
    page = read(f"{weekly.url}2026-12-03-1815/")

    assert "Donnerstag, 3. Dezember, 18:15–20 Uhr" in page.main.select_one(".page-head").text
    assert page.soup.title.text.startswith("Nähcafé, 3. Dezember 2026 – ")
    assert [each.text for each in page.soup.select(".breadcrumbs li")][-2:] == ["Nähcafé", "3. Dezember 2026"]
    assert "Donnerstag, 3. Dezember" not in " ".join(tiles(page))


def test_the_page_of_a_date_is_its_own_best_address(weekly, read, settings):
    address = f"{weekly.url}2026-12-03-1815/"

    canonical = read(f"{address}?x=1").soup.select_one('link[rel="canonical"]')["href"]

    assert canonical == settings.SITE_URL + address


def test_a_cancelled_date_says_so_and_why_on_its_page(weekly, read):
    change(weekly, "2026-12-03 18:15", is_cancelled=True, reason="weather")

    page = read(f"{weekly.url}2026-12-03-1815/")

    assert banner(page) == ["Fällt aus (das Wetter)"]
    assert page.main.select_one(".page-head s").text == "Donnerstag, 3. Dezember, 18:15–20 Uhr"


def test_a_postponed_date_tells_both_moments_at_its_old_address(weekly, read):
    to = {"starts": "2026-12-04 17:00", "ends": "2026-12-04 19:00"}
    change(weekly, "2026-12-03 18:15", is_postponed=True, **to)

    page = read(f"{weekly.url}2026-12-03-1815/")

    assert banner(page) == ["Verlegt, war am Donnerstag, 3. Dezember, 18:15 Uhr"]
    assert "Freitag, 4. Dezember, 17–19 Uhr" in page.main.select_one(".page-head").text
    assert read(f"{weekly.url}2026-12-04-1700/").status == 404


def test_a_whole_day_keeps_its_address_when_it_is_moved_to_an_hour(programme, read):
    market = event(programme, lines=[line(starts=None)])
    change(market, "2026-12-03 00:00", starts="2026-12-05 10:00", ends="2026-12-05 12:00")

    page = read(f"{market.url}2026-12-03/")

    assert "Samstag, 5. Dezember, 10–12 Uhr" in page.main.select_one(".page-head").text
    assert read(f"{market.url}2026-12-03-0000/").status == 404


def test_a_past_date_keeps_its_page(programme, read):
    with time_machine.travel("2026-11-01 12:00+01:00", tick=False):
        series = event(programme, lines=[thursdays("2026-12-24")])

    page = read(f"{series.url}2026-11-05-1815/")

    assert banner(page) == ["Dieser Termin ist vorbei."]


@pytest.mark.parametrize(
    "name",
    [
        *("2026-12-04-1815", "2026-12-03", "2026-12-03-1816", "2026-02-30", "2026-02-30-1815"),
        *("9999-99-99-9999", "2026-12-03-2460", "0000-00-00", "0001-01-01-0000", "9999-12-31-2359"),
        *("2026-12-03-1815-1", "٢٠٢٦-12-03-1815", "2026-12-03-1815/2026-12-03-1815", "x" * 900),
    ],
)
def test_there_is_no_page_for_what_is_no_date(weekly, read, name):
    assert read(f"{weekly.url}{name}/").status == 404


def test_a_date_that_is_no_more_leads_to_its_event(weekly, read):
    weekly.lines = [thursdays("2026-11-26")]
    weekly.save()

    page = read(f"{weekly.url}2026-12-03-1815/")

    assert page.status == 404
    assert page.main.select_one(f'a[href="{weekly.url}"]').text == "Nähcafé"


@pytest.mark.parametrize("end", ["", "2026-12-03-1815/"])
def test_pages_are_read_and_never_written_to(weekly, client, end):
    address = weekly.url + end

    assert client.head(address).status_code == 200
    assert client.options(address).headers["Allow"] == "GET, HEAD, OPTIONS"
    assert client.post(address).status_code == 405


@pytest.mark.parametrize("kind", [PageViewRestriction.LOGIN, PageViewRestriction.PASSWORD])
def test_the_dates_of_a_private_event_ask_for_the_same_as_the_event(weekly, client, kind):
    PageViewRestriction.objects.create(page=weekly, restriction_type=kind, password="geheim")

    for end in ("", "2026-12-03-1815/", "kalender.ics", "2026-12-03-1815/kalender.ics"):
        response = client.get(weekly.url + end, follow=True)
        assert "Nähcafé" not in response.content.decode()
        assert response.headers["Cache-Control"].count("no-store") == 1
    assert client.get(f"{weekly.url}2026-12-24-1816/").status_code == 404


def test_the_dates_of_a_withdrawn_event_are_gone(weekly, client):
    weekly.unpublish()

    response = client.get(f"{weekly.url}2026-11-05-1815/")

    assert response.status_code == 404
    assert "Nähcafé" not in response.content.decode()


def calendar_file(client, address):
    """The dates in a file for calendars: when each of them is, and what it is called there."""
    response = client.get(address)
    assert response.headers["Content-Type"].startswith("text/calendar")
    file = Calendar.from_ical(b"".join(response) if response.streaming else response.content)
    return [each["SUMMARY"] for each in file.walk("VEVENT")]


def test_the_whole_series_and_one_date_can_be_taken_into_a_calendar(weekly, read, client):
    change(weekly, "2026-12-03 18:15", is_cancelled=True)
    series, date_ = read(weekly.url), read(f"{weekly.url}2026-12-03-1815/")

    links = [each["href"] for each in date_.main.select('a[href$="kalender.ics"]')]

    assert links == [f"{weekly.url}2026-12-03-1815/kalender.ics", f"{weekly.url}kalender.ics"]
    assert [each["href"] for each in series.main.select('a[href$="kalender.ics"]')] == links[1:]
    assert calendar_file(client, links[0]) == ["ABGESAGT: Nähcafé"]
    assert "Nähcafé" in calendar_file(client, links[1])


def test_a_single_event_has_one_file_for_calendars(programme, read, client):
    single = event(programme)

    (link,) = read(single.url).main.select('a[href$="kalender.ics"]')

    assert link.text == "Termin in den Kalender"
    assert calendar_file(client, link["href"]) == ["Nähcafé"]


def test_files_for_calendars_are_read_only_and_only_of_dates_there_are(weekly, client):
    address = f"{weekly.url}2026-12-03-1815/kalender.ics"

    assert client.head(address).status_code == 200
    assert client.post(address).status_code == 405
    assert client.get(f"{weekly.url}2026-12-04-1815/kalender.ics").status_code == 404
    assert client.get(f"{weekly.url}2026-12-03-1815/feed.xml").status_code == 404


# In other languages


def test_a_translation_tells_the_dates_of_the_original_in_its_own_words(weekly, read):
    change(weekly, "2026-11-26 18:15", is_cancelled=True, reason="illness")
    translated = in_english(weekly)

    page, date = read(translated.url), read(f"{translated.url}2026-11-26-1815/")

    assert "illness" in banner(page)[0]
    assert page.main.select_one(".date-tiles__link")["href"] == f"{translated.url}2026-11-26-1815/"
    assert banner(date) == ["Cancelled (illness)"]
    other = date.soup.select_one('.language-bar a[hreflang="de"]')
    assert other["href"] == f"{weekly.url}2026-11-26-1815/"


def test_facts_are_those_of_the_original(weekly, read):
    translated = in_english(weekly)
    EventPage.objects.filter(pk=weekly.pk).update(seats=17)

    assert "17 places" in read(translated.url).text


# Elsewhere


def test_a_service_shows_the_next_dates_of_its_events(home, weekly, read):
    page = service(home, "Nähen")
    EventPage.objects.filter(pk=weekly.pk).update(service=page)
    change(weekly, "2026-11-26 18:15", is_cancelled=True)

    shown = tiles(read(page.url))

    assert len(shown) == 3
    assert shown[0] == "Donnerstag, 26. November, 18:15–20 Uhr Nähcafé Fällt aus"


def test_a_service_does_not_tell_of_private_events(home, weekly, read):
    page = service(home, "Nähen")
    EventPage.objects.filter(pk=weekly.pk).update(service=page)
    PageViewRestriction.objects.create(page=weekly, restriction_type=PageViewRestriction.LOGIN)

    assert "Nähcafé" not in str(read(page.url).main)


def test_a_room_shows_what_happens_in_it_next(home, programme, read):
    hall = room("Saal")
    event(programme, "Chor", room=hall)
    about = home.add_child(instance=RoomPage(title="Der Saal", room=hall))

    assert "Chor" in tiles(read(about.url))[0]


def test_a_partner_shows_its_events_until_they_are_over(home, programme, read):
    partner = home.add_child(instance=PartnerPage(title="Schule"))
    event(programme, "Flohmarkt", partner=partner)
    event(programme, "Altes Fest", partner=partner, lines=[line("2026-10-01")])

    page = read(partner.url)

    assert "Flohmarkt" in page.text
    assert "Altes Fest" not in page.text


# How often it asks


@pytest.fixture
def everything_known(home, programme):
    """An event of which everything is known, every day for two years, with the days before."""
    centre(phone="030 1", city="Berlin")
    hall = room("Saal")
    home.add_child(instance=RoomPage(title="Saal", room=hall))
    made = event(
        programme,
        "Nähcafé",
        lines=[line("2026-11-20"), line("2025-11-05", frequency="daily")],
        left_out=["2026-12-24"],
        audiences=["kinder"],
        topics=["nähen"],
        picture=picture(),
        room=hall,
        contact=Person.objects.create(name="Kim", picture=picture()),
        partner=home.add_child(instance=PartnerPage(title="Schule")),
        registration="form",
        registration_form=home.add_child(instance=FormPage(title="Anmeldung")),
        registration_days=2,
        seats=12,
        service=service(home, "Nähen"),
    )
    change(made, "2026-11-26 18:15", is_cancelled=True)
    plain_page(home, "Impressum")
    return made


def asked(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        html = client.get(address).content.decode()
    return len(queries), html


@pytest.mark.parametrize("end", ["", "?termine=alle", "2026-12-03-1815/"])
def test_hundreds_of_dates_ask_little(client, everything_known, end):
    queries, html = asked(client, everything_known.url + end)

    shown = ["Saal", "Kim", "Schule", "Anmeldung", "Nähen", "12 Plätze"]
    assert [words for words in shown if words not in html] == []
    assert queries <= MOST_QUERIES


def test_as_many_questions_for_seven_hundred_dates_as_for_seven(client, everything_known):
    many = asked(client, everything_known.url)[0]
    everything_known.lines = [line("2026-11-20"), line("2026-11-20", frequency="daily", count=14)]
    everything_known.save()

    assert asked(client, everything_known.url)[0] <= many
