import pytest
import time_machine
from wagtail.models import GroupPagePermission

from tests.make.centre import centre, opening_hours
from tests.make.editing import editor, volunteer
from tests.make.events import calendar, event
from tests.make.pages import plain_page
from tests.make.services import finder

BLANK = [("text", "<p>Träger: [[Name des Vereins]]</p>")]


def test_an_editor_is_greeted_and_led_to_the_usual_work(client, home):
    centre(name="Haus am See")
    client.force_login(editor("rita"))

    html = client.get("/admin/").content.decode()

    assert "Guten Tag, Rita" in html
    assert "Haus am See</title>" in html
    for way in ("Neue Seite", "Seite finden und ändern", "Öffnungszeiten", "Name, Adresse und Schließtage"):
        assert way in html


def test_a_volunteer_sees_only_what_she_may_use(client, home):
    opening_hours("Haus")
    client.force_login(volunteer())

    html = client.get("/admin/").content.decode()

    assert "Neue Seite" in html
    assert "Name, Adresse und Schließtage" not in html


def test_a_volunteer_who_comes_to_tell_of_a_new_service_is_one_click_away(client, home):
    below = finder(home)
    client.force_login(volunteer())

    html = client.get("/admin/").content.decode()

    assert "Neues Angebot" in html
    assert client.get(f"/admin/pages/add/services/servicepage/{below.pk}/").status_code == 200
    assert f"/admin/pages/add/services/servicepage/{below.pk}/" in html


def test_a_new_event_and_the_next_two_weeks_are_one_click_away(client, home):
    below = calendar(home)
    with time_machine.travel("2026-11-25 12:00+01:00"):
        event(below)
        client.force_login(volunteer())
        html = client.get("/admin/").content.decode()

    assert "Neue Veranstaltung" in html
    assert client.get(f"/admin/pages/add/events/eventpage/{below.pk}/").status_code == 200
    assert f"/admin/pages/add/events/eventpage/{below.pk}/" in html
    assert "Die nächsten zwei Wochen" in html


def test_who_may_not_add_services_is_not_sent_to_do_it(client, home):
    finder(home)
    reader = volunteer()
    GroupPagePermission.objects.filter(group__user=reader).delete()
    client.force_login(reader)

    html = client.get("/admin/").content.decode()

    assert "Guten Tag" in html
    assert "Neues Angebot" not in html


def test_blanks_are_listed_until_they_are_filled_in(client, home):
    page = plain_page(home, "Impressum", body=BLANK)
    client.force_login(editor())
    before = client.get("/admin/reports/blanks/").content.decode()

    page.body = [("text", "<p>Träger: Nachbarn e. V.</p>")]
    page.save_revision()

    assert "Impressum</a>" in before
    assert "Name des Vereins" in before
    assert "Alles ist ausgefüllt." in client.get("/admin/reports/blanks/").content.decode()


def test_a_draft_counts_and_not_what_is_published(client, home):
    page = plain_page(home, "Impressum", body=[("text", "<p>Fertig.</p>")])
    page.body = BLANK
    page.save_revision()
    client.force_login(editor())

    assert "Name des Vereins" in client.get("/admin/").content.decode()


def test_a_table_full_of_brackets_is_no_blank(client, home):
    table = {"data": [["a", "b"], ["1", "2"]], "table_caption": "Zeiten", "table_header_choice": "row"}
    plain_page(home, "Zeiten", body=[("table", table)])
    client.force_login(editor())

    assert "Alles ist ausgefüllt." in client.get("/admin/reports/blanks/").content.decode()


@pytest.mark.parametrize("address", ["/admin/", "/admin/reports/blanks/"])
def test_strangers_are_asked_to_sign_in(client, home, address):
    response = client.get(address, follow=True)

    assert "Bitte melden Sie sich an." in response.content.decode()


def test_the_first_screen_speaks_german_throughout(client, home):
    html = client.get("/admin/login/").content.decode()

    assert "Passwort" in html
    assert "Password" not in html
