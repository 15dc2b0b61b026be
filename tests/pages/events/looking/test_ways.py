import pytest

from tests.make.events import event, line

BAD = [
    *("?datum=9999-12-31", "?datum=0001-01-01", "?datum=2026-02-30", "?datum=", "?datum=heute"),
    *("?ansicht=", "?ansicht=jahr", "?seite=-1", "?seite=0", "?seite=1e308"),
    *("?seite=NaN", "?jahr=9999&ansicht=archiv", "?jahr=-1&ansicht=archiv", "?jahr=1e308&ansicht=archiv"),
    *("?fuer=nirgends", "?ort=-1", "?ort=99999999999999999999", "?ort=%D9%A1", "?partner=1e308"),
    *("?sprache=xx", "?kostenlos=2", f"?seite={'9' * 5000}", f"?fuer={'x' * 8000}"),
    *("?" + "&".join(f"ort={number}" for number in range(900)),),
    "?ansicht=monat&ansicht=liste&datum=2026-12-01&datum=unsinn",
]


@pytest.mark.parametrize("query", BAD)
def test_nonsense_becomes_the_list_of_what_comes_next(house, look, query):
    event(house, "Chor")

    seen = look(query)

    assert seen.titles == ["Chor"] if "archiv" not in query else seen.heading == "Vergangene Termine"
    assert not seen.chips


@pytest.mark.parametrize("query", ["?ansicht=%00", "?datum=%00", "?fuer=%00", "?partner=%00"])
def test_what_no_browser_sends_is_refused(client, house, query):
    assert client.get(f"{house.url}{query}").status_code == 400


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "1999-12-31", "2060-01-01", "unsinn"])
@pytest.mark.parametrize(
    ("view", "heading"),
    [
        ("monat", "November 2026"),
        ("woche", "Woche vom 23. bis 29. November 2026"),
        ("wochenende", "Wochenende, 28. und 29. November 2026"),
        ("tag", "Mittwoch, 25. November 2026"),
    ],
)
def test_a_day_that_cannot_be_meant_is_today(look, view, heading, day):
    assert look(f"?ansicht={view}&datum={day}").heading == heading


def test_one_goes_back_and_forth_between_the_first_and_the_last_date_only(house, look):
    event(house, "Chor", lines=[line("2026-10-01"), line("2026-12-03")])

    seen = look("?ansicht=monat")

    assert seen.link("Zurück: Oktober 2026") == f"{house.url}?ansicht=monat&datum=2026-10-01#kalender"
    assert seen.link("Weiter: Dezember 2026") == f"{house.url}?ansicht=monat&datum=2026-12-01#kalender"
    last = look("?ansicht=monat&datum=2026-12-24")
    assert last.link("Zurück: November 2026") == f"{house.url}?ansicht=monat#kalender"
    assert not last.soup.select('[rel="next"]')
    assert not look("?ansicht=monat&datum=2026-10-24").soup.select('[rel="prev"]')


def test_a_view_has_one_address_whatever_day_is_named(house, look):
    event(house, "Chor", lines=[line("2026-12-03")])

    seen = look("?ansicht=monat&datum=2026-12-17")

    assert seen.link("Woche") == f"{house.url}?ansicht=woche&datum=2026-12-14#kalender"
    assert seen.link("Monat") == f"{house.url}?ansicht=monat&datum=2026-12-01#kalender"
    assert seen.link("Heute") == f"{house.url}?ansicht=tag#kalender"


def test_robots_are_not_led_to_days_on_which_nothing_can_be(house, look):
    event(house, "Chor")

    assert not look("?ansicht=monat&datum=2026-12-01").is_hidden_from_robots
    far = look("?ansicht=monat&datum=2030-01-01")
    assert far.is_hidden_from_robots
    assert not far.soup.select('[rel="next"], [rel="prev"]')
    assert look("?ansicht=tag&datum=2026-12-02").is_hidden_from_robots


def test_an_empty_month_leads_to_the_nearest_that_has_something(house, look):
    event(house, "Chor", lines=[line("2026-12-03"), line("2027-06-10")])

    assert look("?ansicht=monat&datum=2027-02-01").link("Juni 2027 ansehen")
    assert look("?ansicht=monat&datum=2028-02-01").link("Juni 2027 ansehen")


def test_the_window_says_view_and_month(house, look):
    event(house, "Chor")

    assert look("?ansicht=monat&datum=2026-12-01").window.startswith("Dezember 2026–Veranstaltungen")


def test_links_to_feeds_keep_the_filters(house, look):
    event(house, "Chor", cost="free")

    seen = look("?ansicht=monat&kostenlos=1")

    assert seen.link("In meinen Kalender übernehmen (iCal)") == f"{house.url}kalender.ics?kostenlos=1"
    feed = seen.soup.select_one('link[type="application/atom+xml"]')["href"]
    assert feed == f"{house.url}feed.xml?kostenlos=1"
