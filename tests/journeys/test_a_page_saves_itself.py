"""What one writes saves itself, and a button is pressed in that very moment: a long one on a slow line."""

import pytest
from playwright.sync_api import expect

from tests.journeys.desk import Desk

pytestmark = pytest.mark.browser

PING = "**/editing-sessions/ping/**"
EDITOR = "**/admin/pages/*/edit/"
MOMENT = 1500  # ms, longer than the editor waits before it saves itself
# Remembers whether the button could be pressed once more while its first press was on its way.
PRESS = """button => {
    addEventListener("submit", () => setTimeout(() => (sessionStorage.isPressable = !button.disabled), 300));
    setTimeout(() => button.click());
}"""


def is_sent(request):
    return request.method == "POST"


def is_autosave(request):
    return is_sent(request) and request.headers.get("accept") == "application/json"


@pytest.fixture
def desk(new_context, demo_site):
    """A page that has saved itself once, with a heading whose level cannot be published."""
    desk = Desk(new_context(locale="de-DE"), demo_site, "redaktion")
    desk.begin_plain_page("Nähcafé")
    heading = desk.add_brick("Überschrift")
    desk.write(f"{heading}-value-text", "Mitmachen")
    choose(desk, "4")
    desk.wait_until_saved()
    desk.page.wait_for_timeout(MOMENT)
    state = desk.page.locator("#w-autosave-indicator")
    expect(state).to_have_attribute("data-w-autosave-state-value", "saved", timeout=20_000)
    return desk


def autosave(desk):
    return desk.page.expect_response(lambda response: is_autosave(response.request))


def choose(desk, level):
    desk.page.locator("[name=body-0-value-level]").select_option(level)


def press(desk, selector):
    """Press a button without waiting for what comes of it."""
    desk.page.locator(f"footer button{selector}").evaluate(PRESS)


def hold(desk, address, which):
    """Requests that wait until they are let go, in a list that fills."""
    held = []
    desk.page.route(address, lambda route: held.append(route) if which(route.request) else route.continue_())
    return held


def test_what_the_server_said_before_is_no_other_window(desk):
    """The question who else is here, asked before the page saved itself and answered after it."""
    held = hold(desk, PING, lambda request: True)
    with autosave(desk):
        desk.press("Veröffentlichen")
        choose(desk, "2")
    with desk.page.expect_response(PING) as late:
        held[-1].continue_()
    desk.page.wait_for_timeout(MOMENT)

    assert any(window["revision_id"] for window in late.value.json()["other_sessions"])
    expect(desk.page.locator(".w-editing-sessions__list > *")).to_have_count(0)
    desk.save()


def test_a_button_waits_until_the_page_has_saved_itself(desk):
    held = hold(desk, EDITOR, is_sent)
    with desk.page.expect_request(is_autosave):
        choose(desk, "2")
    press(desk, "[name=action-publish]")
    desk.page.wait_for_timeout(MOMENT)
    before = [is_autosave(route.request) for route in held]

    with desk.page.expect_request(lambda request: is_sent(request) and not is_autosave(request)):
        held[0].continue_()
    desk.page.wait_for_timeout(MOMENT)

    assert before == [True]
    assert [is_autosave(route.request) for route in held] == [True, False]
    assert "action-publish=" in held[1].request.post_data
    with desk.page.expect_navigation():
        held[1].continue_()
    assert desk.page.evaluate("sessionStorage.isPressable") == "false"
    expect(desk.page.get_by_text("veröffentlicht").first).to_be_visible()


def test_a_page_does_not_save_itself_once_a_button_is_pressed(desk):
    held = hold(desk, EDITOR, is_sent)
    choose(desk, "2")
    press(desk, ".action-save")
    desk.page.wait_for_timeout(2 * MOMENT)

    assert [is_autosave(route.request) for route in held] == [False]
    with desk.page.expect_navigation():
        held[0].continue_()


def test_a_button_waits_for_no_line_that_is_dead(desk):
    """Whether the page has saved itself nobody knows then: the editor asks, and then waits no more."""
    dead = hold(desk, EDITOR, is_autosave)
    with desk.page.expect_request(is_autosave):
        choose(desk, "2")
    press(desk, "[name=action-publish]")
    dead[0].abort()
    question = desk.page.locator("#w-save-confirmation-dialog")
    expect(question).to_be_visible()

    with desk.page.expect_navigation():
        question.get_by_role("button", name="Veröffentlichen").click()

    expect(desk.page.get_by_text("veröffentlicht").first).to_be_visible()


def test_a_page_goes_on_saving_itself_after_a_button_was_refused(desk):
    with autosave(desk):
        desk.press("Veröffentlichen")

    for level in ["2", "3"]:
        desk.page.wait_for_timeout(MOMENT)
        with autosave(desk) as saved:
            choose(desk, level)
        assert saved.value.ok


def test_a_page_that_could_not_save_itself_either_tries_again_once_something_changes(desk):
    title = desk.page.locator("[name=title]")
    title.fill("")
    with autosave(desk) as refused:
        desk.press("Veröffentlichen")
    desk.page.wait_for_timeout(MOMENT)

    with autosave(desk) as saved:
        title.fill("Nähcafé am Abend")

    assert (refused.value.ok, saved.value.ok) == (False, True)
