"""The buttons at the foot of the editor, for those who may not publish and for those who may."""

from bs4 import BeautifulSoup

from tests.make.editing import editor, volunteer
from tests.make.pages import plain_page


def foot(client, page):
    html = client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    return BeautifulSoup(html, "html.parser").select_one("nav.footer__container")


def test_a_volunteer_sees_at_once_how_to_hand_in_her_page(client, home):
    page = plain_page(home, "Lesekreis")
    client.force_login(volunteer())

    buttons = [button.get_text(strip=True) for button in foot(client, page).select(".desk-hand-in button")]

    assert buttons == ["Entwurf speichern", "Zur Prüfung einreichen"]


def test_the_enter_key_only_saves(client, home):
    page = plain_page(home, "Lesekreis")
    client.force_login(volunteer())

    first = foot(client, page).select_one("button[type=submit]")

    assert not first.has_attr("name")


def test_who_may_publish_keeps_the_usual_buttons(client, home):
    page = plain_page(home, "Lesekreis")
    client.force_login(editor())

    shown = foot(client, page)

    assert shown.select_one("[name=action-publish]")
    assert not shown.select_one(".desk-hand-in")
