import time_machine
from bs4 import BeautifulSoup

from pages.announcements.choices import Kind, Sentence, Shown
from tests.make.announcements import announcement, moment, news
from tests.make.centre import opening_hours


@time_machine.travel("2026-05-11 10:00+02:00", tick=False)
def test_the_home_page_says_whether_the_house_is_open(client, home):
    opening_hours("Haus")

    html = client.get("/de/").content.decode()

    assert "Jetzt geöffnet" in html
    assert "bis 18 Uhr" in html


@time_machine.travel("2026-05-11 10:00+02:00", tick=False)
def test_an_editor_may_leave_that_out(client, home):
    opening_hours("Haus")
    home.shows_today = False
    home.save()

    assert "Jetzt geöffnet" not in client.get("/de/").content.decode()


def notices(client, address="/de/"):
    page = BeautifulSoup(client.get(address).content.decode(), "html.parser")
    return [(each.text, each.get("lang")) for each in page.select(".home-notices h2 a")]


def test_what_is_meant_for_the_home_page_stands_there_while_it_holds(client, home):
    aktuelles = news(home)
    everywhere = {"shown": Shown.HOME, "kind": Kind.CLOSURE}
    announcement(aktuelles, "Gilt", hours=(-1, 2), **everywhere)
    announcement(aktuelles, "Vorbei", hours=(-3, -2), **everywhere)
    announcement(aktuelles, "Nur in der Liste", ends=moment(2))

    assert notices(client) == [("Gilt", None)]


def test_it_stands_there_in_every_language(client, home):
    announcement(news(home), "Aufzug", shown=Shown.HOME, sentence=Sentence.LIFT, ends=moment(2))

    assert notices(client, "/en/") == [("The lift is out of order", None)]


def test_without_news_the_home_page_has_no_place_for_them(client, home):
    assert "home-notices" not in client.get("/de/").content.decode().partition("<body>")[2]
