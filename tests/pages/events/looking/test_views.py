import math

import pytest

from pages.events.looking.parts import PER_PAGE
from pages.events.models import Occurrence, OutsideCalendar, OutsideEvent
from tests.make.events import at, change, event, line
from tests.pages.events.looking.conftest import text


def test_the_list_tells_what_comes_next_day_by_day(house, look):
    event(house, "Vorbei", lines=[line("2026-11-24")])
    event(house, "Chor", lines=[line("2026-12-03", "18:15", "20:00")])
    event(house, "Frühstück", lines=[line("2026-12-03", "09:00", "11:00")])
    event(house, "Fest", lines=[line("2027-01-09")])

    seen = look()

    assert seen.heading == "Die nächsten Termine"
    assert seen.days == {
        "Donnerstag, 3. Dezember": ["Frühstück", "Chor"],
        "Samstag, 9. Januar 2027": ["Fest"],
    }
    assert "9–11 Uhr Frühstück" in seen.said


def test_a_list_may_begin_on_any_day(house, look):
    event(house, "Chor", lines=[line("2026-12-03")])
    event(house, "Fest", lines=[line("2026-12-20")])

    seen = look("?ansicht=liste&datum=2026-12-10")

    assert seen.heading == "Termine ab Donnerstag, 10. Dezember 2026"
    assert seen.titles == ["Fest"]


def test_a_month_is_a_table_with_a_link_for_each_day_that_has_something(house, look):
    event(house, "Chor", lines=[line("2026-12-03", "18:15", "20:00")])
    event(house, "Fest", lines=[line("2026-12-03", None)])
    event(house, "Nicht hier", lines=[line("2027-01-01")])

    seen = look("?ansicht=monat&datum=2026-12-17")

    assert seen.heading == "Dezember 2026"
    assert text(seen.soup.caption) == "Veranstaltungen im Dezember 2026"
    assert text(seen.soup.select_one("th")) == "Mo Montag"
    assert [len(row.select("th, td")) for row in seen.soup.select(".month tr")] == [7] * 6
    day = seen.soup.select_one(".month__day")
    assert text(day.select_one(".month__name")) == "Donnerstag, 3. Dezember: 2 Veranstaltungen"
    assert day["href"] == f"{house.url}?ansicht=tag&datum=2026-12-03#kalender"
    assert "Fest 18:15 Uhr Chor" in seen.said
    assert len(seen.soup.select(".month__day")) == 1


def test_today_is_marked_in_the_month(house, look):
    event(house, "Chor", lines=[line("2026-11-26")])

    marked = look("?ansicht=monat").soup.select('[aria-current="date"]')

    assert [text(each) for each in marked] == ["25"]


def test_what_does_not_fit_into_a_day_becomes_a_link_to_it(house, look):
    for hour in range(9, 14):
        event(house, f"Um {hour}", lines=[line("2026-12-03", f"{hour:02}:00", None)])

    seen = look("?ansicht=monat&datum=2026-12-01")

    assert seen.titles == ["Um 9", "Um 10"]
    day = seen.link("+ 3 weitere : Donnerstag, 3. Dezember")
    assert look(day.removeprefix(house.url)).titles == [f"Um {hour}" for hour in range(9, 14)]


def test_a_week_shows_all_its_days(house, look):
    event(house, "Chor", lines=[line("2026-12-31", "20:00", "02:00")])
    event(house, "Ausstellung", lines=[line("2026-12-30", None, more_days=2)])

    seen = look("?ansicht=woche&datum=2027-01-03")

    assert seen.heading == "Woche vom 28. Dezember bis 3. Januar 2027"
    assert list(seen.days.values()) == [
        *([], [], ["Ausstellung"], ["Ausstellung", "Chor"], ["Ausstellung"]),
        *([], []),
    ]


@pytest.mark.parametrize("sunday", ["2027-03-28", "2026-10-25"])
def test_weeks_in_which_the_clock_changes_have_seven_days(house, look, sunday):
    event(house, "Spätfilm", lines=[line(sunday, "23:15", "23:55")])

    seen = look(f"?ansicht=woche&datum={sunday}")

    assert len(seen.days) == 7
    assert list(seen.days.values())[-1] == ["Spätfilm"]


def test_a_day_shows_what_has_begun_before_it(house, look):
    event(house, "Werkstatt", lines=[line("2026-12-04", "18:00", "14:00", more_days=2)])

    assert "ab 18 Uhr Werkstatt" in look("?ansicht=tag&datum=2026-12-04").said
    assert "ganztägig Werkstatt" in look("?ansicht=tag&datum=2026-12-05").said
    last = look("?ansicht=tag&datum=2026-12-06")
    assert "bis 14 Uhr Werkstatt" in last.said
    assert "Freitag, 4. Dezember bis Sonntag, 6. Dezember" in last.said
    assert look("?ansicht=tag&datum=2026-12-07").titles == []


def test_the_shortcuts_lead_to_today_this_week_and_this_weekend(house, look):
    event(house, "Heute", lines=[line("2026-11-25")])
    event(house, "Samstag", lines=[line("2026-11-28")])
    event(house, "Montag", lines=[line("2026-11-30")])
    seen = look()

    found = {
        words: look(seen.link(words).removeprefix(house.url)).titles
        for words in ("Heute", "Diese Woche", "Dieses Wochenende")
    }

    assert found == {
        "Heute": ["Heute"],
        "Diese Woche": ["Heute", "Samstag"],
        "Dieses Wochenende": ["Samstag"],
    }


def test_what_became_of_a_date_is_said_in_words_until_it_is_over(house, look):
    page = event(house, "Chor", lines=[line("2026-12-03", frequency="weekly", count=3)])
    change(page, "2026-12-03 18:15", is_cancelled=True, reason="illness")
    change(page, "2026-12-10 18:15", is_postponed=True, starts="2026-12-11 17:00", ends="2026-12-11 19:00")
    change(page, "2026-12-17 18:15", is_full=True)

    said = look().said

    assert "18:15–20 Uhr Chor Fällt aus (Krankheit)" in said
    assert "Verschoben auf Freitag, 11. Dezember, 17 Uhr" in said
    assert "Verlegt, war am Donnerstag, 10. Dezember, 18:15 Uhr" in said
    assert "Ausgebucht" in said
    month = look("?ansicht=monat&datum=2026-12-01")
    assert [text(off) for off in month.soup.select(".month s")] == ["Chor", "Chor"]
    assert "18:15 Uhr Chor fällt aus" in month.said
    assert "18:15 Uhr Chor verschoben" in month.said


def test_what_is_going_on_says_so(house, look):
    event(house, "Frühstück", lines=[line("2026-11-25", "11:00", "13:00")])

    assert "Frühstück Läuft gerade" in look().said
    assert "Frühstück läuft gerade" in look("?ansicht=monat").said


def test_dates_of_others_name_their_source_and_lead_there(house, look):
    others = OutsideCalendar.objects.create(name="Bezirksamt", url="https://amt.example/a.ics")
    there = OutsideEvent.objects.create(calendar=others, uid="1", title="Sprechstunde")
    starts, ends = at("2026-12-03 10:00"), at("2026-12-03 12:00")
    Occurrence.objects.create(
        outside=there, event="0" * 32, original=starts, starts=starts, ends=ends, until=ends
    )

    seen = look()

    assert "Sprechstunde Aus dem Kalender von Bezirksamt" in seen.said
    assert not seen.soup.select(".date-entry a")
    OutsideEvent.objects.update(url="https://amt.example/1")
    assert look().soup.select_one(".date-entry a")["href"] == "https://amt.example/1"
    assert look("?ansicht=monat&datum=2026-12-01").titles == ["Sprechstunde"]


def test_what_is_over_is_kept_by_year_newest_first(house, look):
    event(house, "Alt", lines=[line("2024-12-31", "20:00", "23:00")])
    event(house, "Neu", lines=[line("2026-01-01")])
    event(house, "Neuer", lines=[line("2026-11-24")])
    event(house, "Kommt", lines=[line("2026-12-24")])

    seen = look("?ansicht=archiv")

    assert seen.heading == "Vergangene Termine 2026"
    assert seen.titles == ["Neuer", "Neu"]
    assert seen.link("2025") is None
    assert look(seen.link("2024").removeprefix(house.url)).titles == ["Alt"]
    assert look("?ansicht=archiv&jahr=2025").heading == "Vergangene Termine 2026"


def test_a_long_list_has_parts(house, look):
    event(house, "Yoga", lines=[line("2026-12-01", frequency="daily", count=45)])

    number = math.ceil(45 / PER_PAGE)
    first, last = look(), look(f"?seite={number}")

    assert "45 Termine" in first.said
    assert first.soup.select_one('[rel="next"][href*="seite"]')["href"] == "?seite=2#kalender"
    assert len(first.titles) == PER_PAGE
    assert len(last.titles) == 45 - (number - 1) * PER_PAGE
    assert last.window.startswith(f"Die nächsten Termine, Seite {number}–Veranstaltungen")


def test_a_list_that_is_too_long_goes_on_from_its_last_day(house, look):
    event(house, "Yoga", lines=[line("2026-12-01", frequency="daily")])

    seen = look("?seite=999")

    assert "mehr als 200 Termine" in seen.said
    assert list(seen.days)[-1] == "Freitag, 18. Juni 2027"
    further = seen.link("Termine ab Freitag, 18. Juni 2027")
    assert next(iter(look(further.removeprefix(house.url)).days)) == "Freitag, 18. Juni 2027"


def test_a_page_without_any_event_says_so(look):
    for view in ("liste", "monat", "woche", "tag", "wochenende", "archiv"):
        assert "In dieser Zeit gibt es keine Termine." in look(f"?ansicht={view}").said
