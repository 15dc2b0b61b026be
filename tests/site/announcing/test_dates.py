"""A date that is cancelled or moved is told by one click, and what is told is true whatever becomes of it."""

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import PageViewRestriction

from pages.announcements.choices import Sentence, Shown
from pages.announcements.listing import current
from pages.events import changing
from pages.events.models import EventPage
from tests.make.bricks import words
from tests.make.editing import volunteer
from tests.make.events import at, calendar, event, line
from tests.make.events import change as changed
from tests.make.pages import plain_page
from tests.make.places import room
from tests.make.translations import translated

ORIGINAL, NAME = at("2026-12-10 18:15"), "2026-12-10-1815"
pytestmark = pytest.mark.django_db


@pytest.fixture
def cafe(home):
    """The sewing café, on four Thursdays from today."""
    hall = room("Saal", floor=0)
    return event(calendar(home), lines=[line("2026-12-03", frequency="weekly", count=4)], room=hall)


@pytest.fixture
def announce(client, cafe):
    """Click on the button, as somebody who is logged in."""

    def announce(shown="all", page=cafe, name=NAME, **options):
        return client.post(reverse("urgent_date", args=[page.pk, name]), {"shown": shown}, **options)

    return announce


def change(client, page, verb, **answers):
    """Change the date at the desk; what is then offered."""
    address = reverse("events:date", args=[page.pk, NAME])
    response = client.post(address, {"verb": verb, **answers}, follow=True)
    return BeautifulSoup(response.content, "html.parser")


def test_after_a_date_is_cancelled_one_click_tells_everybody(client, rita, cafe, read_banners):
    html = change(client, cafe, "cancel", reason="illness")
    form = html.find("button", string="Auf allen Seiten melden").find_parent("form")
    client.post(form["action"], {"shown": "all"})

    assert read_banners() == ["Warnung: Nähcafé am Donnerstag, 10. Dezember fällt aus"]
    assert "Nähcafé on Thursday, December 10 is cancelled" in read_banners("/en/")[0]


def test_it_is_offered_where_the_date_is_changed_too_until_it_is_told(client, rita, cafe, announce):
    address = reverse("events:date", args=[cafe.pk, NAME])
    before = client.get(address).content.decode()
    changing.cancel(cafe, ORIGINAL, rita)
    offered = client.get(address).content.decode()
    announce()
    after = client.get(address).content.decode()

    assert ["Auf allen Seiten melden" in html for html in (before, offered, after)] == [False, True, False]
    assert "Das wird schon gemeldet." in after


def test_the_banner_leads_to_the_date(client, rita, cafe, announce):
    changing.cancel(cafe, ORIGINAL, rita)
    announce()

    link = BeautifulSoup(client.get("/ar/").content, "html.parser").select_one(".banner a")

    assert link["href"] == f"/ar/veranstaltungen/naehcafe/{NAME}/"
    assert link.select_one("[lang]")["lang"] == "de"


def test_it_holds_to_the_end_of_the_day_on_which_one_would_come_in_vain(rita, cafe, announce, made):
    changing.postpone(cafe, ORIGINAL, rita, at("2026-12-12 16:00"), at("2026-12-12 18:00"))
    announce()

    page = made()[0]
    assert (page.ends, page.sentence, page.shown) == (at("2026-12-11 00:00"), Sentence.MOVED, "all")


def test_only_the_news_tell_it_if_that_is_enough(client, rita, cafe, announce, read_banners):
    changing.cancel(cafe, ORIGINAL, rita)
    announce("list")

    assert read_banners() == []
    assert "Nähcafé am Donnerstag, 10. Dezember fällt aus" in words(_main(client, "/de/aktuelles/"))


def _main(client, address):
    return BeautifulSoup(client.get(address).content, "html.parser").main


def test_whatever_becomes_of_the_date_is_told_at_once(client, rita, cafe, announce, read_banners):
    changing.cancel(cafe, ORIGINAL, rita)
    announce()
    said = read_banners()

    changing.undo(cafe, ORIGINAL, rita)
    said.append(read_banners())
    changing.postpone(cafe, ORIGINAL, rita, at("2026-12-12 16:00"), at("2026-12-12 18:00"))
    said += read_banners()
    changing.postpone(cafe, ORIGINAL, rita, at("2026-12-13 16:00"), at("2026-12-13 18:00"))
    said += read_banners()
    changing.move(cafe, ORIGINAL, rita, at("2026-12-10 19:00"), at("2026-12-10 21:00"))
    said += read_banners()

    start = "Warnung: Nähcafé am Donnerstag, 10. Dezember"
    assert said == [
        f"{start} fällt aus",
        [],
        f"{start} ist verschoben auf Samstag, 12. Dezember , 16 Uhr",
        f"{start} ist verschoben auf Sonntag, 13. Dezember , 16 Uhr",
        f"{start} : diesmal 19–21 Uhr",
    ]


def test_another_room_is_told_with_its_name(rita, cafe, announce, read_banners):
    changing.change_room(cafe, ORIGINAL, rita, room("Küche", floor=1))
    announce()

    assert "in einem anderen Raum: Küche, 1. Stock" in read_banners()[0]


def test_a_date_that_takes_place_after_all_is_gone_from_every_list(client, rita, cafe, announce, made):
    changing.cancel(cafe, ORIGINAL, rita)
    announce()
    changing.undo(cafe, ORIGINAL, rita)

    lists = [client.get(path).content.decode() for path in ("/de/", "/de/aktuelles/")]
    feed = client.get("/de/aktuelles/feed.xml").content.decode()
    page = words(_main(client, made()[0].url))

    assert not [html for html in (*lists, feed) if "10. Dezember" in html]
    assert "Nähcafé am Donnerstag, 10. Dezember findet statt wie geplant" in page


def test_two_clicks_tell_it_once_and_a_later_one_brings_it_back(client, rita, cafe, announce, made):
    changing.cancel(cafe, ORIGINAL, rita)
    announce()
    announce("list")
    client.post(reverse("urgent_end", args=[made()[0].pk]))
    announce("all")

    page = made()[0]
    assert (len(made()), page.shown, page.ends) == (1, Shown.EVERYWHERE, at("2026-12-11 00:00"))


def test_a_translated_event_is_told_by_its_own_name(rita, cafe, announce, read_banners):
    translated(cafe, "en", title="Sewing café")
    changing.cancel(cafe, ORIGINAL, rita)
    announce()

    assert "Sewing café on Thursday, December 10 is cancelled" in read_banners("/en/")[0]


def test_an_event_that_became_private_is_named_nowhere(client, rita, cafe, announce, made):
    changing.cancel(cafe, ORIGINAL, rita)
    announce()
    PageViewRestriction.objects.create(page=cafe, restriction_type="login")
    client.logout()

    addresses = ["/de/", "/de/aktuelles/", "/de/aktuelles/feed.xml", made()[0].url, "/de/suche/?q=termin"]
    addresses += [f"{made()[0].url}aushang/", "/sitemap.xml"]
    assert [path for path in addresses if "hcaf" in client.get(path).content.decode()] == []
    assert "naehcafe" not in made()[0].url


def test_an_event_that_is_deleted_is_told_no_more(client, rita, cafe, announce, read_banners, made):
    changing.cancel(cafe, ORIGINAL, rita)
    announce()
    EventPage.objects.get(pk=cafe.pk).delete()

    assert read_banners() == []
    assert client.get(made()[0].url).status_code == 200


def test_a_date_as_planned_a_private_one_and_none_are_not_announced(client, rita, cafe, announce, made):
    as_planned = announce(follow=True).status_code
    names = ("2026-12-11-1815", "x", "2026-13-40", "0000-00-00")
    nonsense = [announce(name=name, follow=True).status_code for name in names]
    changing.cancel(cafe, ORIGINAL, rita)
    PageViewRestriction.objects.create(page=cafe, restriction_type="login")
    private = announce(follow=True).status_code

    assert {as_planned, private, *nonsense} == {404}
    assert made() == []


def test_nonsense_for_a_place_means_the_news(rita, cafe, announce, made):
    changing.cancel(cafe, ORIGINAL, rita)
    announce("\0")

    assert made()[0].shown == Shown.LIST


def test_who_may_not_change_a_date_does_not_announce_it_either(client, rita, cafe, announce, made):
    changing.cancel(cafe, ORIGINAL, rita)
    client.force_login(volunteer("otto"))

    assert announce().status_code in (302, 403)
    assert made() == []


def test_who_may_change_dates_but_announce_nothing_is_offered_nothing(client, rita, cafe):
    permission = Permission.objects.get(codename="add_urgent_notice")
    for group in Group.objects.all():
        group.permissions.remove(permission)

    html = change(client, cafe, "cancel", reason="illness")

    assert "fällt aus" in words(html)
    assert "Auf allen Seiten melden" not in words(html)


def asked(client):
    """How often the front page asks, once it knows what a process asks once."""
    client.get("/de/impressum/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/de/impressum/")
    return len(queries)


def test_many_of_them_ask_no_more_than_one(client, home, rita, cafe, announce, read_banners):
    plain_page(home, "Impressum")
    days = ("10", "17", "24")
    for day in days:
        changed(cafe, f"2026-12-{day} 18:15", is_cancelled=True)
    announce()
    one = asked(client)
    for day in days[1:]:
        announce(name=f"2026-12-{day}-1815")

    assert asked(client) == one
    assert len(read_banners()) == len(days)


def test_an_announcement_of_a_date_is_over_with_its_day(rita, cafe, announce):
    changing.cancel(cafe, ORIGINAL, rita)
    announce()

    with time_machine.travel("2026-12-11 00:00:01+01:00"):
        assert list(current(at("2026-12-11 00:00"))) == []
