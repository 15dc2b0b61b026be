import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from pages.announcements.choices import Kind, Sentence
from tests.make.announcements import announcement, news
from tests.make.bricks import shown, words
from tests.make.events import at
from tests.make.pictures import picture
from tests.make.services import topic

EVERY_LOOK = pytest.mark.parametrize("look", ["cards", "lines"])


@pytest.fixture(autouse=True)
def _in_november():
    with time_machine.travel("2026-11-26 12:00+01:00", tick=False):
        yield


@pytest.fixture
def aktuelles(home):
    return news(home)


def brick(**wish):
    return "latest_news", {"title": "", "count": "3", "look": "lines", "topic": None, **wish}


def titles(**wish):
    return [each.text for each in shown(brick(**wish)).select("h2 a")]


@EVERY_LOOK
def test_it_tells_the_newest_that_hold_and_what_they_are(aktuelles, look):
    announcement(aktuelles, "Vorbei", starts=at("2026-11-20 08:00"), ends=at("2026-11-21 08:00"))
    announcement(aktuelles, "Bericht", first_published_at=at("2026-11-20 08:00"))
    announcement(
        aktuelles, "Zu", kind=Kind.CLOSURE, starts=at("2026-11-26 08:00"), ends=at("2026-11-26 18:00")
    )

    page = shown(brick(title="Neues", look=look))

    assert [each.text for each in page.find_all(["h2", "h3"])] == ["Neues", "Zu", "Bericht"]
    assert "Geschlossen Zu Gilt bis heute, 18 Uhr" in words(page)
    assert page.select_one('a[href="/de/aktuelles/"]').text.strip() == "Alle Meldungen"


def test_it_gives_as_many_as_one_wants_about_what_one_wants(aktuelles):
    for number in range(5):
        announcement(aktuelles, f"Nr. {number}", topics=["garten"] if number % 2 else [])

    assert len(titles()) == 3
    assert titles(topic=topic("garten").pk) == ["Nr. 3", "Nr. 1"]
    assert shown(brick(topic=topic("garten").pk)).select_one('a[href="/de/aktuelles/?thema=garten"]')


def test_it_speaks_the_readers_language_where_it_can(aktuelles):
    announcement(aktuelles, "Aufzug", sentence=Sentence.LIFT)
    announcement(aktuelles, "Eigene Worte")

    with override("en"):
        links = {each.text: each.get("lang") for each in shown(brick()).select("h2 a")}

    assert links == {"Eigene Worte": "de", "The lift is out of order": None}


@EVERY_LOOK
def test_where_nothing_is_new_it_says_so(home, look):
    assert "Im Moment gibt es nichts Neues." in words(shown(brick(look=look)))


@EVERY_LOOK
def test_it_asks_as_often_for_nine_as_for_one(aktuelles, look):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            shown(brick(count="9", look=look))
        return len(queries)

    announcement(aktuelles, picture=picture())
    asked()  # what a process asks once
    one = asked()
    for number in range(8):
        announcement(aktuelles, f"Nr. {number}", picture=picture())

    assert asked() == one
