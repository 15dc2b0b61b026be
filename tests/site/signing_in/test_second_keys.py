import re

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command

from quartier.signing_in.required import without
from tests.make.editing import volunteer
from tests.make.signing_in import PASSWORD, app, browser, emergency_codes, is_in, shown, sign_in

KEYS = "/admin/account/keys/"


def set_up(client):
    """As a person does it: look at the key, type the digits. Answers with the secret."""
    html = client.get(f"{KEYS}app/").content.decode()
    secret = re.search(r'signing-in__secret">([\w ]+)<', html)[1].replace(" ", "")
    response = client.post(f"{KEYS}app/", {"code": shown(secret)})
    assert response.status_code == 302, response.content.decode()
    return secret


@pytest.mark.parametrize(
    ("asked", "of"),
    [
        ("nobody", set()),
        ("administrators", {"ada"}),
        ("publishers", {"ada", "rita"}),
        ("everybody", {"ada", "rita", "vera"}),
    ],
)
def test_the_operator_says_of_whom_a_second_key_is_asked(settings, ada, rita, asked, of):
    settings.SECOND_FACTOR = asked
    volunteer()

    assert {user.username for user in without()} == of


def test_an_administrator_does_nothing_before_a_second_key_is_set_up(client, ada):
    sign_in(client, "ada")

    for address in (
        "/admin/",
        "/admin/users/",
        "/admin/account/",
        "/admin/pages/",
        "/admin/account/sessions/",
    ):
        assert client.get(address).url == KEYS
        assert client.post(address).url == KEYS
    assert client.get("/admin/", headers={"X-Requested-With": "XMLHttpRequest"}).status_code == 403
    assert "braucht einen zweiten Schlüssel" in client.get(KEYS).content.decode()

    set_up(client)
    assert is_in(client)


def test_editors_need_none_and_may_have_one(client, rita):
    sign_in(client, "rita")
    assert is_in(client)

    secret = set_up(client)

    other = browser()
    sign_in(other, "rita")
    assert not is_in(other)
    assert Authenticator.objects.get(user=rita, type="totp").data["secret"] != secret


def test_with_the_first_key_all_other_sessions_end(client, rita):
    other = browser()
    sign_in(other, "rita")
    sign_in(client, "rita")

    set_up(client)

    assert is_in(client)
    assert not is_in(other)


def test_a_session_that_has_shown_no_second_key_is_turned_away(client, rita):
    app(rita)
    client.force_login(rita)

    assert "/admin/login/" in client.get("/admin/").url
    assert not is_in(client)


def test_the_code_of_setting_up_is_used_then(client, rita):
    sign_in(client, "rita")
    secret = set_up(client)

    other = browser()
    sign_in(other, "rita", code=shown(secret))

    assert not is_in(other)


def test_emergency_codes_are_shown_to_be_printed(client, rita):
    sign_in(client, "rita")
    set_up(client)

    html = client.get(f"{KEYS}codes/").content.decode()
    text = client.get(f"{KEYS}codes/text/")

    codes = emergency_codes(rita)
    assert len(set(codes)) == 10
    assert "Schublade" in html
    for code in codes:
        assert f"{code[:4]} {code[4:]}" in html
        assert f"{code[:4]} {code[4:]}" in text.content.decode()
    assert "no-store" in text["Cache-Control"]


def test_new_emergency_codes_make_the_old_ones_worthless(client, rita):
    sign_in(client, "rita")
    set_up(client)
    old = emergency_codes(rita)

    client.post(f"{KEYS}codes/new/")

    assert not set(old) & set(emergency_codes(rita))


def test_removing_the_app_needs_it_to_be_really_you(client, rita):
    secret = app(rita)
    sign_in(client, "rita", code=shown(secret))
    session = client.session
    session["account_authentication_methods"] = []  # as it is a while after signing in
    session.save()

    asked = client.get(f"{KEYS}app/remove/")
    client.post(f"{KEYS}app/remove/")

    assert asked.url.startswith("/admin/account/again/?next=")
    assert Authenticator.objects.filter(user=rita, type="totp").exists()

    client.post("/admin/account/again/", {"password": "geraten ist es nicht"})
    assert client.get(f"{KEYS}app/remove/").status_code == 302
    led = client.post(asked.url, {"password": PASSWORD, "next": f"{KEYS}app/remove/"})
    assert led.url == KEYS  # what was asked for before goes on
    assert not Authenticator.objects.filter(user=rita).exists()


def test_whoever_must_have_a_key_and_removes_it_sets_up_another(client, ada):
    secret = app(ada)
    sign_in(client, "ada", code=shown(secret))

    client.post(f"{KEYS}app/remove/")

    assert client.get("/admin/").url == KEYS


def test_an_administrator_helps_whoever_lost_the_phone(client, ada, rita, mailoutbox):
    secret, hers = app(ada), app(rita)
    elsewhere = browser()
    sign_in(elsewhere, "rita", code=shown(hers))
    sign_in(client, "ada", code=shown(secret))

    asked = client.get(f"/admin/account/reset/{rita.pk}/").content.decode()
    client.post(f"/admin/account/reset/{rita.pk}/")

    assert "in person or on the phone" in asked or "persönlich oder am Telefon" in asked
    assert not is_in(elsewhere)
    sign_in(elsewhere, "rita")
    assert is_in(elsewhere)


def test_nobody_else_takes_keys_away(client, ada, rita):
    app(ada)
    sign_in(client, "rita")

    for user in (ada, rita):
        response = client.post(f"/admin/account/reset/{user.pk}/")
        assert response.status_code in (302, 403)
    assert Authenticator.objects.filter(user=ada, type="totp").exists()


def test_the_operator_helps_too(rita, capsys):
    app(rita)

    call_command("second_factor", "reset", "rita")

    assert "1 second keys of rita removed" in capsys.readouterr().out
    assert not Authenticator.objects.filter(user=rita).exists()
    with pytest.raises(CommandError, match="niemand"):
        call_command("second_factor", "reset", "niemand")


def test_a_stolen_database_opens_nothing_without_the_secret_key(client, rita, settings):
    secret = app(rita)
    code = shown(secret)
    settings.SECRET_KEY = "another"

    sign_in(client, "rita", code=code)

    assert not is_in(client)


def test_what_is_said_on_the_keys_page_comes_with_the_strict_policy(client, rita):
    sign_in(client, "rita")

    policies = [
        client.get(address)["Content-Security-Policy"]
        for address in (KEYS, f"{KEYS}app/", "/admin/account/sessions/")
    ]

    assert not any("unsafe" in policy for policy in policies)
    assert all("no-store" in client.get(address)["Cache-Control"] for address in (KEYS, f"{KEYS}app/"))
