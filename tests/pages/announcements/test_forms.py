"""What an editor is told while an announcement is entered, by real requests to the form."""

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from pages.announcements.models import AnnouncementPage
from tests.make.announcements import announcement, news
from tests.make.editing import editor, filled
from tests.make.pages import plain_page
from tests.make.translations import translated

TONIGHT, TOMORROW = "26.11.2026 18:00", "27.11.2026 08:00"


pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def enter(client, home):
    """Fills in the form of a new announcement as a browser would, and presses a button."""
    client.force_login(editor())
    address = reverse("wagtailadmin_pages:add", args=["announcements", "announcementpage", news(home).pk])
    blank = filled(client.get(address).content.decode())

    def enter(button="action-publish", **fields):
        form = {**blank, "title": "Rohrbruch", "slug": "", **fields, button: "1"}
        return client.post(address, form, follow=True)

    return enter


@pytest.fixture
def change(client, clock):
    """A minute later, changes some fields of the only announcement and presses a button."""

    def change(button="action-publish", **fields):
        clock.shift(60)
        address = reverse("wagtailadmin_pages:edit", args=[AnnouncementPage.objects.get().pk])
        form = filled(client.get(address).content.decode(), **fields)
        return client.post(address, {**form, button: "1"}, follow=True)

    return change


def said(response):
    """All that the form complains of."""
    html = BeautifulSoup(response.content, "html.parser")
    return " ".join(each.get_text(" ", strip=True) for each in html.select("main .error-message"))


def messages(response):
    html = BeautifulSoup(response.content, "html.parser")
    return " ".join(each.get_text(" ", strip=True) for each in html.select(".messages"))


def made():
    return AnnouncementPage.objects.get()


def shown(moment):
    return moment and f"{timezone.localtime(moment):%d.%m.%Y %H:%M}"


def test_a_standard_sentence_needs_no_title(enter):
    enter(title="", sentence="closed", shown="all", kind="closure", ends=TONIGHT)

    page = made()
    assert (page.title, page.slug, page.live) == (
        "Das Haus ist heute geschlossen",
        "das-haus-ist-heute-geschlossen",
        True,
    )


def test_own_words_need_a_title(enter):
    assert "Dieses Feld muss ausgefüllt werden." in said(enter(title="", sentence=""))
    assert not AnnouncementPage.objects.exists()


def test_own_words_go_before_the_standard_sentence(enter):
    enter(title="Heute bleibt alles zu", sentence="closed", ends=TONIGHT)

    assert made().title == "Heute bleibt alles zu"


@pytest.mark.parametrize("fields", [{"shown": "all"}, {"shown": "home"}, {"kind": "emergency"}])
def test_what_stands_out_needs_an_end(enter, fields):
    assert "muss von selbst wieder verschwinden" in said(enter(**fields))


def test_mere_news_needs_no_end(enter):
    enter()

    assert made().live


def test_a_draft_may_wait_for_its_end(enter):
    enter("action-draft", shown="all")

    assert not made().live


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"starts": TOMORROW, "ends": TONIGHT}, "Das Ende liegt vor dem Beginn."),
        ({"shown": "all", "ends": "28.11.2027 08:00"}, "Bitte höchstens ein Jahr."),
        ({"sentence": "closed"}, "von heute spricht"),
        ({"starts": "gestern"}, "Bitte ein gültiges Datum und Uhrzeit eingeben."),
        ({"ends": "31.02.2026 10:00"}, "Bitte ein gültiges Datum und Uhrzeit eingeben."),
        ({"ends": "31.12.9999 23:59"}, "Bitte prüfen Sie das Jahr."),
        ({"starts": "01.01.0001 00:00"}, "Bitte prüfen Sie das Jahr."),
        ({"weight": "-1"}, "größer oder gleich 0"),
        ({"kind": "\0"}, "kein"),
    ],
)
def test_what_makes_no_sense_is_said_at_the_field(enter, fields, complaint):
    assert complaint in said(enter(**fields))
    assert not AnnouncementPage.objects.exists()


def test_it_leads_to_a_page_or_to_an_address(enter, home):
    page = plain_page(home, "Notdienst")

    assert "nicht beides" in said(enter(link_page=str(page.pk), link="https://haus.example"))


def test_an_end_in_the_past_is_allowed_with_a_warning(enter):
    response = enter(starts="20.11.2026 08:00", ends="21.11.2026 08:00")

    assert made().live
    assert "Diese Meldung steht nur im Archiv." in messages(response)


def test_what_begins_later_is_published_by_itself_then(enter, client, clock):
    response = enter(starts=TOMORROW, ends="27.11.2026 20:00")

    assert "Vorher sieht sie niemand: Freitag" in messages(response).replace("Morgen", "Freitag")
    assert (made().live, shown(made().go_live_at)) == (False, TOMORROW)
    assert client.get("/de/aktuelles/rohrbruch/").status_code == 404

    clock.move_to("2026-11-27 08:00:30+01:00")
    call_command("publish_scheduled")

    assert "Rohrbruch" in client.get("/de/aktuelles/rohrbruch/").content.decode()


def test_what_is_put_off_vanishes_until_then_and_comes_back(enter, change, client, clock):
    enter()
    change(starts=TOMORROW)

    assert client.get("/de/aktuelles/rohrbruch/").status_code == 404
    assert not made().live

    clock.move_to("2026-11-27 08:00:30+01:00")
    call_command("publish_scheduled")

    assert client.get("/de/aktuelles/rohrbruch/").status_code == 200


def test_the_schedule_of_the_page_is_the_beginning(enter):
    enter(go_live_at=TOMORROW)

    assert shown(made().get_latest_revision_as_object().starts) == TOMORROW
    assert not made().live


def test_another_version_of_what_is_shown_may_wait_for_its_time(enter, change, client, clock):
    enter(starts="25.11.2026 08:00")
    change(title="Rohr geflickt", go_live_at=TOMORROW)
    before = client.get("/de/aktuelles/rohrbruch/").content.decode()
    clock.move_to("2026-11-27 08:00:30+01:00")
    call_command("publish_scheduled")
    after = client.get("/de/aktuelles/rohrbruch/").content.decode()

    assert "<h1>Rohrbruch</h1>" in before
    assert "<h1>Rohr geflickt</h1>" in after
    assert shown(made().starts) == "25.11.2026 08:00"


def test_the_beginning_that_is_changed_last_holds(enter, change):
    enter("action-draft", starts=TOMORROW)
    change("action-draft", starts="28.11.2026 09:00", go_live_at=TOMORROW)
    first = made().get_latest_revision_as_object()
    change("action-draft", go_live_at="29.11.2026 10:00")
    then = made().get_latest_revision_as_object()
    change(starts="")

    assert shown(first.starts) == shown(first.go_live_at) == "28.11.2026 09:00"
    assert shown(then.starts) == shown(then.go_live_at) == "29.11.2026 10:00"
    assert (made().live, made().starts, made().go_live_at) == (True, None, None)


def test_two_beginnings_at_once_are_a_question(enter):
    assert "eine andere Zeit" in said(enter(starts=TOMORROW, go_live_at="28.11.2026 08:00"))


def test_a_page_does_not_vanish_before_its_end(enter):
    assert "verschwindet die Seite" in said(enter(ends="29.11.2026 08:00", expire_at="28.11.2026 08:00"))


def test_a_translation_has_no_time_of_its_own(home):
    page = announcement(news(home), hours=(1, 5))
    english = translated(page, "en")

    assert (english.live, english.go_live_at) == (True, None)


def test_who_edits_is_led_to_the_notice_for_the_door(enter, client):
    enter()

    edit = client.get(reverse("wagtailadmin_pages:edit", args=[made().pk])).content.decode()

    assert "/de/aktuelles/rohrbruch/aushang/" in edit
    assert "Aushang für die Tür" in edit


def test_there_is_no_notice_for_what_nobody_may_see_yet(enter, client):
    enter("action-draft")

    edit = client.get(reverse("wagtailadmin_pages:edit", args=[made().pk])).content.decode()

    assert "aushang" not in edit
