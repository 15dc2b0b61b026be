"""A resident asks for a room: first with mistakes, then rightly, by keyboard alone and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import checks
from tests.journeys.desk import Desk
from tests.journeys.keyboard import tab_to

pytestmark = pytest.mark.browser
FORM = "/de/kontakt/raum-anfragen/"
PHONE = {"width": 320, "height": 640}


def write(page, label, words):
    tab_to(page, page.get_by_label(label, exact=False).first)
    page.keyboard.type(words)


def send(page):
    tab_to(page, page.get_by_role("button", name="Absenden"))
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_a_resident_corrects_a_mistake_and_the_house_gets_the_mail(visitor, demo_site, new_context):
    before = len(demo_site.mails)
    page = visitor(FORM, viewport=PHONE).page
    write(page, "Ihre E-Mail-Adresse", "mina")
    write(page, "Ihre Gruppe", "Fadenlauf e. V.")
    send(page)

    faults = page.locator("#faults")
    expect(faults).to_be_focused()
    expect(page).to_have_title(re.compile("^Fehler: "))
    page.keyboard.press("Tab")
    expect(faults.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Ihr Name")).to_be_focused()
    expect(page.get_by_label("Ihre Gruppe")).to_have_value("Fadenlauf e. V.")

    page.keyboard.type("Mina Yıldız")
    mail = page.get_by_label("Ihre E-Mail-Adresse")
    tab_to(page, mail)
    page.keyboard.press("Control+A")
    page.keyboard.type("mina@post.example")
    page.get_by_label("An welchem Tag?").fill("2027-05-03")
    write(page, "Wie viele Menschen", "40")
    tab_to(page, page.get_by_label("Treffen einer Nachbarschaftsgruppe"))
    page.keyboard.press("Space")
    tab_to(page, page.get_by_label("Mikrofon"))
    page.keyboard.press("Space")
    tab_to(page, page.get_by_label("Bitte schicken Sie mir eine Kopie"))
    page.keyboard.press("Space")
    page.wait_for_timeout(3100)
    send(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("Danke für Ihre Nachricht")
    expect(page.locator("main")).to_contain_text("als Mail an uns verschickt")
    expect(page.locator("main")).to_contain_text("Eine Kopie ist unterwegs")
    assert page.context.cookies() == []
    addresses = ["raeume@lindenplatz.example", "mina@post.example"]  # the demo tells others of other things
    house, copy = [mail for mail in demo_site.mails[before:] if mail["To"] in addresses]
    assert [house["To"], copy["To"]] == addresses
    assert house["Reply-To"] == "mina@post.example"
    for words in ("Mina Yıldız", "Fadenlauf e. V.", "3. Mai 2027", "40", "Mikrofon"):
        assert words in house.get_content()
        assert words in copy.get_content()
    assert copy["Auto-Submitted"] == "auto-generated"

    desk = Desk(new_context(locale="de-DE"), demo_site, "redaktion")
    desk.page.goto(f"{demo_site.url}/admin/enquiries/find/?q=mina@post.example")
    desk.page.get_by_role("link", name="lesen").first.click()
    expect(desk.page.get_by_text("Fadenlauf e. V.")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("language", ["de", "ar"])
def test_a_form_with_mistakes_is_as_easy_to_read_as_any_page(visitor, language, width, scheme):
    path = FORM.replace("/de/", f"/{language}/")
    visit = visitor(
        path, viewport={"width": width, "height": 640}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = visit.page

    with page.expect_navigation():
        page.locator("main form button").click()

    assert page.locator("#faults a").count() >= 4
    assert checks.breaks_accessibility_rules(page) == []
    assert checks.overflows(page) == []
    assert checks.small_targets(page) == []


def test_without_javascript_nothing_is_missing(visitor):
    page = visitor(FORM, java_script_enabled=False).page

    page.locator("main form button").click()

    expect(page.locator("#faults")).to_be_visible()
    expect(page.locator("[aria-invalid=true]").first).to_be_visible()
