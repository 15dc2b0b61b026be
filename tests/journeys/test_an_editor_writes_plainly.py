"""An editor writes a German page; the helper reads along, and its proposal is put in place at a click."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.desk import Desk

pytestmark = pytest.mark.browser


@pytest.fixture
def desk(new_context, demo_site):
    desk = Desk(new_context(locale="de-DE", viewport={"width": 1400, "height": 900}), demo_site, "redaktion")
    desk.begin_plain_page("Unser Treff")
    desk.page.locator('[data-side-panel-toggle="plainly"]').click()
    return desk


def test_a_proposal_is_accepted_in_rich_text_and_in_a_plain_field(desk):
    text = desk.add_brick("Text")
    desk.write(f"{text}-value", "Bringen Sie z. B. Kuchen mit.")
    desk.page.locator("[name=summary]").fill("Sie könnten den Flyer lesen.")
    helper = desk.page.locator("[data-plainly]")

    helper.get_by_role("button", name=re.compile("Übernehmen.*zum Beispiel")).click()
    helper.get_by_role("button", name=re.compile("Übernehmen.*Zettel")).click()

    expect(desk.page.locator(f"[name={text}-value]")).to_have_value(
        re.compile("Bringen Sie zum Beispiel Kuchen mit")
    )
    expect(desk.page.locator("[name=summary]")).to_have_value("Sie könnten den Zettel lesen.")
    expect(helper.get_by_role("button", name=re.compile("Übernehmen.*Zettel"))).to_have_count(0)


def test_the_place_is_shown_in_the_form(desk):
    desk.page.locator("[name=summary]").fill("Sie könnten kommen.")

    desk.page.locator("[data-plainly]").get_by_role("button", name=re.compile("Zur Stelle.*könnten")).click()

    expect(desk.page.locator("[name=summary]")).to_be_focused()
    chosen = "it => it.value.slice(it.selectionStart, it.selectionEnd)"
    assert desk.page.locator("[name=summary]").evaluate(chosen) == "könnten"
