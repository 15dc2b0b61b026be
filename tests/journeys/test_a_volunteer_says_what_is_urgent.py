"""A pipe has burst: a volunteer with a phone tells everybody, in every language, until it is mended."""

import pytest
from playwright.sync_api import expect

from tests.journeys.desk import Desk

PHONE = {"viewport": {"width": 320, "height": 640}}
NO_WATER = {
    "de": "Im Haus gibt es kein Wasser",
    "ar": "لا يوجد ماء في البيت",
    "de-simple": "Im Haus gibt es kein Wasser",
}
pytestmark = pytest.mark.browser


def notices(page):
    return page.locator("section.banners")


def test_a_minute_after_the_pipe_has_burst_everybody_knows(new_context, demo_site, visitor):
    desk = Desk(new_context(locale="de-DE", **PHONE), demo_site, "ehrenamt").page

    desk.get_by_role("link", name="Dringende Meldung").first.click()
    desk.get_by_label(NO_WATER["de"]).check()
    desk.get_by_role("button", name="Erst ansehen").click()
    expect(desk.get_by_text(NO_WATER["ar"])).to_be_visible()
    desk.get_by_role("button", name="Jetzt veröffentlichen").click()
    expect(desk.get_by_text("ist veröffentlicht")).to_be_visible()

    for code, words in NO_WATER.items():
        page = visitor(f"/{code}/", **PHONE).page
        expect(notices(page).get_by_role("link", name=words)).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["viewport"]["width"]

    _put_away_on_a_phone(visitor("/de/kontakt/", **PHONE).page)

    desk.get_by_role("button", name="Schluss damit").first.click()
    expect(desk.get_by_text("ist beendet")).to_be_visible()
    page = visitor("/de/", **PHONE).page
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(notices(page).get_by_role("link", name=NO_WATER["de"])).to_have_count(0)


def _put_away_on_a_phone(page):
    """It is gone for as long as the tab is open, that is said, and the keyboard goes on from there."""
    buttons = notices(page).get_by_role("button", name="Ausblenden")
    for left in reversed(range(buttons.count())):
        buttons.first.focus()
        page.keyboard.press("Enter")
        expect(buttons).to_have_count(left)
    expect(notices(page)).to_have_count(0)
    expect(page.get_by_role("status").first).to_have_text("Der Hinweis ist ausgeblendet.")
    expect(page.locator(":focus")).to_have_text("Leichte Sprache")
    page.goto(page.url.replace("/kontakt/", "/"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(notices(page)).to_have_count(0)
    assert page.context.cookies() == []
