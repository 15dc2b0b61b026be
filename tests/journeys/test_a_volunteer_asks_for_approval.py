"""A volunteer writes, an editor approves: nothing is public before."""

import pytest
from playwright.sync_api import expect

from tests.journeys.desk import Desk

pytestmark = pytest.mark.browser


def test_a_volunteers_page_is_public_once_an_editor_has_approved_it(new_context, demo_site, visitor):
    volunteer = Desk(new_context(locale="de-DE"), demo_site, "ehrenamt")
    volunteer.begin_plain_page("Lesekreis")
    volunteer.write(f"{volunteer.add_brick('Text')}-value", "Wir lesen einmal im Monat.")
    volunteer.save()
    expect(volunteer.page.get_by_role("button", name="Veröffentlichen", exact=True)).to_have_count(0)
    volunteer.press("einreichen")
    assert visitor("/de/lesekreis/").response.status == 404

    editor = Desk(new_context(locale="de-DE"), demo_site, "redaktion")
    editor.page.get_by_role("link", name="Lesekreis").first.click()
    editor.press("Freigeben")

    read = visitor("/de/lesekreis/").page
    expect(read.locator("main").get_by_text("Wir lesen einmal im Monat.")).to_be_visible()
