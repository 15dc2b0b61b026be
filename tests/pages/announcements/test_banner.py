"""What a banner says: until when something holds, as one would say it, and where."""

import pytest
from django.utils.translation import override

from pages.announcements.banner import Banner
from pages.announcements.models import AnnouncementPage
from pages.announcements.spoken import until
from pages.wording import plain
from tests.make.events import at
from tests.make.places import room

NOW = at("2026-12-03 14:30")


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        ("2026-12-03 18:00", "bis heute, 18 Uhr"),
        ("2026-12-03 18:15", "bis heute, 18:15 Uhr"),
        ("2026-12-04 00:00", "heute"),
        ("2026-12-04 20:00", "bis morgen, 20 Uhr"),
        ("2026-12-05 00:00", "bis morgen"),
        ("2026-12-11 00:00", "bis Donnerstag, 10. Dezember"),
        ("2026-12-10 12:00", "bis Donnerstag, 10. Dezember, 12 Uhr"),
        ("2027-01-11 00:00", "bis Sonntag, 10. Januar 2027"),
        ("2026-10-25 01:00", "bis Sonntag, 25. Oktober, 1 Uhr"),
    ],
)
def test_it_is_said_until_when_something_holds(ends, words):
    assert plain(until(at(ends), NOW)) == words


def test_a_sentence_that_says_today_is_not_told_so_twice():
    tonight, at_six = at("2026-12-04 00:00"), at("2026-12-03 18:00")

    assert until(tonight, NOW, says_today=True) == ""
    assert plain(until(at_six, NOW, says_today=True)) == "bis heute, 18 Uhr"


def test_the_room_is_told_too(db):
    page = AnnouncementPage(room=room("Saal", floor=0), ends=at("2026-12-03 18:00"))

    assert plain(Banner(page, NOW).details) == "bis heute, 18 Uhr, Saal, Erdgeschoss"


def test_other_languages_say_it_in_their_way():
    with override("en"):
        assert plain(until(at("2026-12-03 18:00"), NOW)) == "until today, 18:00"
