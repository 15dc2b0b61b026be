"""An editor's morning: a page from six kinds of bricks, with a mistake on the way."""

import pytest
from playwright.sync_api import expect

from tests.journeys.desk import Desk

pytestmark = pytest.mark.browser


def test_makes_a_page_is_told_what_is_missing_and_publishes_it(new_context, demo_site, visitor):
    desk = Desk(new_context(locale="de-DE"), demo_site, "redaktion")
    desk.begin_plain_page("Stricktreff")
    desk.write(f"{desk.add_brick('Einleitung')}-value", "Wir stricken, was warm hält.")
    heading = desk.add_brick("Überschrift")
    desk.write(f"{heading}-value-text", "So machen Sie mit")
    desk.page.locator(f"[name={heading}-value-level]").select_option("4")
    desk.write(f"{desk.add_brick('Text')}-value", "Wolle und Nadeln liegen bereit.")
    quote = desk.add_brick("Zitat")
    desk.write(f"{quote}-value-text", "Hier lernt man an einem Abend Socken.")
    notice = desk.add_brick("Hinweis")
    desk.write(f"{notice}-value-text", "Im August machen wir Pause.")
    desk.add_brick("Öffnungszeiten")
    desk.wait_until_saved()

    desk.press("Veröffentlichen")

    fault = desk.page.locator(f"[data-contentpath] :has([name={heading}-value-text])")
    expect(fault.get_by_text("Ebene").first).to_be_visible()
    expect(desk.page.locator(f"[name={quote}-value-text]")).to_have_value(
        "Hier lernt man an einem Abend Socken."
    )
    assert visitor("/de/stricktreff/").response.status == 404

    desk.page.locator(f"[name={heading}-value-level]").select_option("2")
    desk.save()
    editor = desk.page.url
    expect(desk.open_draft().get_by_role("heading", name="So machen Sie mit", level=2)).to_be_visible()
    assert visitor("/de/stricktreff/").response.status == 404

    desk.page.goto(editor)
    desk.press("Veröffentlichen")

    read = visitor("/de/stricktreff/").page
    expect(read.get_by_role("heading", name="Stricktreff", level=1)).to_be_visible()
    for words in [
        "Wir stricken, was warm hält.",
        "Wolle und Nadeln",
        "an einem Abend Socken",
        "im August",
        "Montag",
    ]:
        expect(read.locator("main").get_by_text(words).first).to_be_visible()
