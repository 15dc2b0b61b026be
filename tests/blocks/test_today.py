import pytest
import time_machine
from bs4 import BeautifulSoup

from tests.make import secrets
from tests.make.bricks import shown, words
from tests.make.centre import opening_hours
from tests.make.events import calendar, change, event, line


@pytest.fixture(autouse=True)
def _at_noon_on_a_wednesday():
    with time_machine.travel("2026-11-25 12:00+01:00", tick=False):
        yield


@pytest.fixture
def events(home):
    return calendar(home)


def link(page, text):
    return next(each["href"] for each in page.find_all("a") if each.text.strip() == text)


def today(title=""):
    return shown(("today", {"title": title}))


def test_it_says_whether_the_house_is_open_and_what_happens_today(events):
    opening_hours(times=[(3, "09:00", "18:00")])
    event(events, "Nähcafé", lines=[line("2026-11-25", "18:15", "20:00")], slug="naehcafe")

    page = today()

    assert page.find("h2").text == "Heute im Haus"
    assert "Jetzt geöffnet · bis 18 Uhr" in words(page)
    assert words(page.select_one(".board li")) == "18:15 Nähcafé bis 20 Uhr"
    assert link(page, "Nähcafé") == "/de/veranstaltungen/naehcafe/2026-11-25-1815/"
    day = link(page, "Den ganzen Tag im Kalender ansehen")
    assert day == "/de/veranstaltungen/?ansicht=tag&datum=2026-11-25"


def test_when_nothing_is_left_today_it_shows_tomorrow(events):
    opening_hours(times=[(3, "09:00", "18:00")])
    event(events, "Frühstück", lines=[line("2026-11-25", "09:00", "11:00")])
    event(events, "Chor", lines=[line("2026-11-26", "19:00", "21:00")])

    said = words(today())

    assert "Heute ist nichts mehr. Morgen: 19:00 Chor bis 21 Uhr" in said
    assert "Frühstück" not in said


def test_when_nothing_is_planned_tomorrow_either_it_names_the_day(events):
    event(events, "Fest", lines=[line("2026-12-05", None)])

    page = today()

    assert page.find("h2").text == "Demnächst im Haus"
    assert "Samstag, 5. Dezember : ganztägig Fest" in words(page)


def test_a_cancelled_date_is_crossed_out_with_the_word(events):
    sewing = event(events, "Nähcafé", lines=[line("2026-11-25", "18:15", "20:00")])
    change(sewing, "2026-11-25 18:15", is_cancelled=True, reason="illness")

    row = today().select_one(".board li")

    assert [crossed.text for crossed in row.find_all("s")] == ["18:15", "Nähcafé"]
    assert "Fällt aus (Krankheit)" in words(row)


def test_what_goes_on_says_so(events):
    event(events, "Café", lines=[line("2026-11-25", "11:00", "13:00")])

    assert "11:00 Café Läuft gerade bis 13 Uhr" in words(today())


def test_what_began_days_ago_says_since_when_and_until_when(events):
    event(events, "Ausstellung", lines=[line("2026-11-20", None, more_days=16)])

    assert "seit 20.11. Ausstellung Läuft gerade bis Sonntag, 6. Dezember" in words(today())


def test_only_the_next_five_stand_on_the_board(events):
    for hour in range(13, 20):
        event(events, f"Um {hour}", lines=[line("2026-11-25", f"{hour}:00", "21:00")])

    titles = [link.text for link in today().select(".board a")]

    assert titles == ["Um 13", "Um 14", "Um 15", "Um 16", "Um 17"]


def test_where_nothing_is_known_it_invites(home):
    said = words(today("Bei uns"))

    assert said == "Bei uns Im Moment ist nichts geplant. Kommen Sie einfach vorbei und fragen Sie."


@pytest.mark.parametrize("state", secrets.HIDDEN)
def test_it_tells_nothing_of_what_is_not_for_everybody(events, client, home, state):
    event(events, "Öffentlich", lines=[line("2026-11-25", "18:15", "20:00")])
    state(event(events, secrets.SECRET, lines=[line("2026-11-25", "17:15", "20:00")], slug=secrets.SLUG))

    for said in (str(today()), client.get(home.url).content.decode()):
        assert "Öffentlich" in said
        assert secrets.SECRET not in said
        assert f"/{secrets.SLUG}/" not in said


def test_the_home_page_shows_it_below_the_greeting(events, client, home):
    opening_hours(times=[(3, "09:00", "18:00")])
    event(events, "Nähcafé", lines=[line("2026-11-25", "18:15", "20:00")])

    page = BeautifulSoup(client.get(home.url).content, "html.parser")

    section = page.find("section", attrs={"aria-labelledby": "today"})
    assert section.find(id="today").text == "Heute im Haus"
    assert "18:15 Nähcafé" in words(section)
    assert link(section, "Alle Öffnungszeiten") == "#opening-hours"


def test_the_home_page_needs_no_opening_hours_for_it(events, client, home):
    event(events, "Nähcafé", lines=[line("2026-11-26", "18:15", "20:00")])

    page = BeautifulSoup(client.get(home.url).content, "html.parser")

    assert "Morgen: 18:15 Nähcafé" in words(page.select_one("section.today"))


def test_the_home_page_leaves_it_out_where_it_is_not_wanted(events, client, home):
    event(events, lines=[line("2026-11-25", "18:15", "20:00")])
    home.shows_today = False
    home.save()

    assert 'id="today"' not in client.get(home.url).content.decode()


def test_a_second_one_on_the_page_asks_nothing_anew(events, django_assert_max_num_queries):
    event(events, lines=[line("2026-11-25", "18:15", "20:00")])
    shown(("today", {"title": ""}))

    with django_assert_max_num_queries(12) as once:
        shown(("today", {"title": ""}))
    with django_assert_max_num_queries(len(once)):
        shown(("today", {"title": ""}), ("today", {"title": "Noch einmal"}))
