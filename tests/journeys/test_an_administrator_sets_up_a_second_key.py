"""Signing in with the keyboard alone, an app, and a passkey that the browser pretends to have."""

import pytest
from playwright.sync_api import expect

from tests.journeys.keyboard import type_in
from tests.make.signing_in import shown

pytestmark = pytest.mark.browser
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def door(new_context, demo_site):
    """The page for signing in. Passkeys belong to a name, never to a number like 127.0.0.1."""
    page = new_context(locale="de-DE", viewport={"width": 320, "height": 700}).new_page()
    page.faults = []
    page.on("console", lambda said: page.faults.append(said.text) if said.type == "error" else None)
    keys = page.context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    page.at = lambda path: page.goto(demo_site.url.replace("127.0.0.1", "localhost") + path)
    page.at("/admin/login/")
    yield page
    for what in ("App entfernen", "Entfernen"):
        page.at("/admin/account/keys/")
        page.get_by_role("link", name=what, exact=True).click()
        page.get_by_role("button", name="Entfernen").click()
        page.wait_for_url("**/keys/")


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_app_and_a_passkey_are_set_up_and_used(door, demo_site):
    password = demo_site.logins()["redaktion"]
    assert fits(door)
    type_in(door, "redaktion", password)
    door.wait_for_url("**/admin/")

    door.at("/admin/account/keys/app/")
    assert fits(door)
    assert door.locator(".signing-in__qr").evaluate("picture => picture.naturalWidth") > 100
    secret = door.locator(".signing-in__secret").text_content().replace(" ", "").strip()
    door.locator("#id_code").focus()
    type_in(door, shown(secret))
    expect(door.get_by_role("heading", name="Notfall-Codes")).to_be_visible()
    assert fits(door)

    door.at("/admin/account/keys/passkeys/add/")
    door.get_by_role("button", name="Einrichten").press("Enter")
    expect(door.get_by_text("Der Passkey ist eingerichtet.")).to_be_visible()
    assert fits(door)

    door.context.clear_cookies()
    door.at("/admin/login/")
    type_in(door, "redaktion", password)
    door.get_by_role("button", name="Meinen Passkey benutzen").press("Enter")
    door.wait_for_url("**/admin/")

    door.context.clear_cookies()
    door.at("/admin/login/")
    door.get_by_role("button", name="Mit Passkey anmelden").press("Enter")
    door.wait_for_url("**/admin/")
    assert not door.faults
