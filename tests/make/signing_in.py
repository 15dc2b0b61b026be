"""Signing in as a browser does it: forms, in order."""

import time

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client

from pages.letters.models import Letter
from quartier.signing_in.secrecy import hidden

PASSWORD = "lindenblüte im mai"
CREDENTIAL = {
    "id": "zYjQFohOEk7dmocgutaNEA7lktsognLbY2kszDrA8Ws",
    "rawId": "zYjQFohOEk7dmocgutaNEA7lktsognLbY2kszDrA8Ws",
    "type": "public-key",
    "clientExtensionResults": {"credProps": {"rk": True}},
    "response": {
        "clientDataJSON": (
            "eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIiwiY2hhbGxlbmdlIjoiZkd6M3NyQ3JZQVc1RldNNmRiM1BlTi1jNTROUC1tamFKc0p6X2"
            "04WGFjMCIsIm9yaWdpbiI6Imh0dHA6Ly9sb2NhbGhvc3Q6ODU0MSIsImNyb3NzT3JpZ2luIjpmYWxzZX0"
        ),
        "attestationObject": (
            "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVikSZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2NFAAAAAQECAwQFBgcIAQ"
            "IDBAUGBwgAIM2I0BaIThJO3ZqHILrWjRAO5ZLbKIJy22NpLMw6wPFrpQECAyYgASFYIJWRnIJWJ2RkmxsdF1RMhWSj_Bhw1mFOxhqr"
            "W2KDMgblIlggnUPMw4kb3SwWGDwoP8zTV8IYKKFM2bq6IHHpU732EC4"
        ),
    },
}
"""What a browser once sent when a passkey was set up."""


def app(user):
    """An authenticator app and emergency codes for somebody. Answers with the secret in the app."""
    secret = generate_totp_secret()
    Authenticator.objects.create(user=user, type="totp", data={"secret": hidden(secret)})
    seed = {"seed": hidden(RecoveryCodes.generate_seed()), "used_mask": 0}
    Authenticator.objects.create(user=user, type="recovery_codes", data=seed)
    return secret


def passkey(user):
    return Authenticator.objects.create(
        user=user, type="webauthn", data={"name": "Laptop", "credential": CREDENTIAL}
    )


def shown(secret, later=0):
    """What the app shows now, or `later` seconds from now."""
    return format_hotp_value(hotp_value(secret, int(time.time() + later) // 30))


def emergency_codes(user):
    return Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()


def sign_in(client, name, password=PASSWORD, code=None, **more):
    """The answer to the last form."""
    response = client.post("/admin/login/", {"username": name, "password": password, **more})
    return client.post("/admin/login/code/", {"code": code}) if code else response


def choose_by_mail(client, user, password):
    """Ask for the mail with a link, which is the only mail so far, and type a new password there."""
    client.post("/admin/password_reset/", {"email": user.email}, headers={"Host": "testserver"})
    link = next(word for word in Letter.objects.get().text.split() if "password_reset" in word)
    form = client.get(link.removeprefix("http://testserver"), follow=True)
    return client.post(form.request["PATH_INFO"], {"new_password1": password, "new_password2": password})


def browser(agent="Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0", **more):
    """Another browser, with nothing in it."""
    return Client(headers={"User-Agent": agent}, **more)


def is_in(client):
    return client.get("/admin/").status_code == 200
