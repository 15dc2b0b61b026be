import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from tests.make.bricks import shown, words
from tests.make.places import place, room, room_index, room_page


@pytest.fixture
def house(home):
    """A house with three rooms: one has a page, one has a private page, one has none."""
    house, rooms = place("Haus am Park"), room_index(home)
    room_page(rooms, room("Saal", house, floor=0))
    secret = room_page(rooms, room("Büro", house, floor=1))
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)
    room_page(rooms, room("Keller", house, floor=-1), live=False)
    return house


def test_a_place_names_its_rooms_and_leads_only_to_pages_for_everybody(house):
    page = shown(("place", {"place": house.pk, "with_rooms": True}))

    assert [words(each) for each in page.select("li")] == [
        "Saal , Erdgeschoss",
        "Büro, 1. Stock",
        "Keller, Untergeschoss",
    ]
    assert [link["href"] for link in page.select("li a")] == ["/de/raeume/saal/"]


def test_the_rooms_of_a_place_may_be_left_out(house):
    page = shown(("place", {"place": house.pk, "with_rooms": False}))

    assert "Parkweg 3" in words(page)
    assert page.ul is None


def test_a_place_that_was_deleted_leaves_no_gap(db):
    assert str(shown(("place", {"place": 999, "with_rooms": True}))).strip() == ""


def test_a_place_in_another_language_says_so(client, home):
    house = place("Haus", way={"tr": "Tramvay M10"})

    page = shown(("place", {"place": house.pk, "with_rooms": False}))

    assert BeautifulSoup(str(page), "html.parser").select_one("[lang=tr]").text == "Tramvay M10"
