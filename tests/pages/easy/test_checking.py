from datetime import date

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.urls import reverse

from pages.easy.checking import check_of, fingerprint, note_check
from tests.make.easy import in_easy
from tests.make.editing import filled
from tests.make.pages import plain_page

SAID = "Geprüft von Lebenshilfe am 24. November 2026."


@pytest.fixture(autouse=True)
def _in_november():
    with time_machine.travel("2026-11-25 12:00+01:00", tick=False):
        yield


@pytest.fixture
def easy(home):
    """The version of a page in Leichte Sprache."""
    return in_easy(plain_page(home, "Über uns", slug="uns"), title="Das sind wir", summary="Wir sind da.")


@pytest.fixture
def edit(admin_client):
    """Changes fields of a page in its form, and presses a button; gives the answer."""

    def edit(page, button="action-publish", **changes):
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        form = filled(admin_client.get(address).content.decode(), **changes)
        return admin_client.post(address, {**form, button: "1"})

    return edit


def read(client, page):
    return " ".join(BeautifulSoup(client.get(page.url).content, "html.parser").main.get_text(" ").split())


def test_readers_learn_who_has_checked_a_text(client, easy, edit):
    edit(easy, checked_by="Lebenshilfe", checked_on="2026-11-24")

    assert f"Geprüfte Leichte Sprache {SAID}" in read(client, easy)


def test_nobody_is_told_of_a_check_before_there_was_one(client, easy):
    assert "Geprüft" not in read(client, easy)


def test_the_mark_goes_when_the_text_changes_and_the_editor_is_warned(client, easy, edit, admin_client):
    edit(easy, checked_by="Lebenshilfe", checked_on="2026-11-24")

    edit(easy, summary="Wir sind weg.")

    form = admin_client.get(reverse("wagtailadmin_pages:edit", args=[easy.pk])).content.decode()
    assert "Geprüft" not in read(client, easy)
    assert "Lebenshilfe hat den Text am 24. November 2026 geprüft. Seitdem wurde er geändert" in form


def test_a_change_of_what_is_no_text_keeps_the_mark(client, easy, edit, admin_client):
    edit(easy, checked_by="Lebenshilfe", checked_on="2026-11-24")

    edit(easy, seo_title="Leicht", slug="wir")

    easy.refresh_from_db()
    form = admin_client.get(reverse("wagtailadmin_pages:edit", args=[easy.pk])).content.decode()
    assert SAID in read(client, easy)
    assert "Seitdem wurde er geändert" not in form


def test_a_draft_of_other_words_leaves_the_mark_with_those_that_are_public(client, easy, edit):
    edit(easy, checked_by="Lebenshilfe", checked_on="2026-11-24")

    edit(easy, button="action-save", summary="Noch nicht fertig.")

    assert SAID in read(client, easy)


def test_a_new_check_brings_the_mark_back(client, easy, edit):
    edit(easy, checked_by="Lebenshilfe", checked_on="2026-11-20")
    edit(easy, summary="Wir sind noch da.")

    edit(easy, checked_by="Lebenshilfe", checked_on="2026-11-24")

    assert SAID in read(client, easy)


def test_the_same_group_can_read_another_text_on_the_same_day(client, easy, edit, admin_client):
    edit(easy, checked_by="Lebenshilfe", checked_on="2026-11-24")
    edit(easy, summary="Wir sind noch da.")
    form = filled(admin_client.get(reverse("wagtailadmin_pages:edit", args=[easy.pk])).content.decode())

    edit(easy, checked_by="Lebenshilfe", checked_on="2026-11-24")

    assert (form["checked_by"], form["checked_on"]) == ("", "")
    assert SAID in read(client, easy)


def test_a_form_that_stays_open_notes_a_check_for_no_text_that_came_later(client, easy, edit, admin_client):
    """It is sent again and again while somebody writes, with all that stands in it."""
    address = reverse("wagtailadmin_pages:edit", args=[easy.pk])
    edit(easy, checked_by="Lebenshilfe", checked_on="2026-11-20")

    form = filled(admin_client.get(address).content.decode())
    for said in ("Wir sind weg.", "Wir sind weit weg."):
        admin_client.post(address, form | {"summary": said, "action-publish": "1"})
    before = read(client, easy)
    form = filled(admin_client.get(address).content.decode())
    form |= {"checked_by": "Lebenshilfe", "checked_on": "2026-11-24"}
    admin_client.post(address, form | {"action-publish": "1"})
    noted = read(client, easy)
    for said in ("Wir sind zurück.", "Wir sind schon lange zurück."):
        admin_client.post(address, form | {"summary": said, "action-publish": "1"})

    assert "Geprüft" not in before
    assert SAID in noted
    assert "Geprüft" not in read(client, easy)


def test_a_day_that_was_typed_by_mistake_is_put_right_in_the_same_form(client, easy, edit, admin_client):
    address = reverse("wagtailadmin_pages:edit", args=[easy.pk])
    edit(easy, checked_by="Lebenshilfe", checked_on="2026-11-24")

    form = filled(admin_client.get(address).content.decode())
    for day in ("2026-11-20", "2026-11-24"):
        admin_client.post(address, form | {"checked_on": day, "action-publish": "1"})

    assert SAID in read(client, easy)


def test_a_check_can_be_taken_back(client, easy, edit):
    edit(easy, checked_by="Lebenshilfe", checked_on="2026-11-24")

    edit(easy, checked_by="", checked_on="")

    assert "Geprüft" not in read(client, easy)


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"checked_by": "Lebenshilfe", "checked_on": ""}, "Bitte geben Sie beides an"),
        ({"checked_by": "", "checked_on": "2026-11-24"}, "Bitte geben Sie beides an"),
        ({"checked_by": "Lebenshilfe", "checked_on": "2026-11-26"}, "Dieser Tag kommt erst noch."),
        ({"checked_by": "Lebenshilfe", "checked_on": "gestern"}, "gültiges Datum"),
        ({"checked_by": "x" * 161, "checked_on": "2026-11-24"}, "160"),
        ({"checked_by": "\x00", "checked_on": "2026-11-24"}, "Nullzeichen"),
    ],
)
def test_half_a_check_is_none(easy, edit, wrong, fault):
    answer = edit(easy, **wrong)

    assert fault in answer.content.decode()
    assert check_of(easy) is None


def test_a_preview_notes_nothing(easy, admin_client):
    address = reverse("wagtailadmin_pages:edit", args=[easy.pk])
    form = filled(
        admin_client.get(address).content.decode(), checked_by="Lebenshilfe", checked_on="2026-11-24"
    )

    admin_client.post(reverse("wagtailadmin_pages:preview_on_edit", args=[easy.pk]), form)
    shown = admin_client.get(reverse("wagtailadmin_pages:preview_on_edit", args=[easy.pk]))

    assert shown.status_code == 200
    assert check_of(easy) is None


def test_other_pages_are_not_asked_who_checked_them(home, admin_client, easy):
    german = easy.original

    form = admin_client.get(reverse("wagtailadmin_pages:edit", args=[german.pk])).content.decode()

    assert "checked_by" not in form
    assert "Prüfung der Leichten Sprache" not in form


def test_the_names_that_the_editor_gives_to_bricks_are_no_text(home):
    page, other = (
        plain_page(home, "Uns", slug=slug, body=[("text", f'<p data-block-key="{slug}">Ja.</p>')])
        for slug in ("a", "b")
    )

    assert fingerprint(page) == fingerprint(other)
    other.body = [("text", "<p>Nein.</p>")]
    assert fingerprint(page) != fingerprint(other)


def test_a_check_is_of_one_page(easy):
    note_check(easy, "Lebenshilfe", date(2026, 11, 24))
    copy = easy.copy(update_attrs={"slug": "kopie"})

    assert check_of(easy).by == "Lebenshilfe"
    assert check_of(copy) is None
