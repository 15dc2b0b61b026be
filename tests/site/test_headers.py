"""What every answer tells browsers to do and not to do: all that MDN's Observatory asks for."""

import os
import re
import subprocess
import sys

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.models import PageViewRestriction

from tests.make.pages import plain_page
from tests.make.pictures import document, picture

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
NOTHING_BUT_OURS = {
    "default-src": "'none'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
    "script-src": "'self'",
}


def policy(response):
    """The directives of the Content-Security-Policy."""
    parts = (part.strip().partition(" ") for part in response["Content-Security-Policy"].split(";"))
    return {name: sources for name, _blank, sources in parts}


@pytest.fixture
def addresses(home, own_files):
    """An answer of each kind, good and bad."""
    closed = plain_page(home, "Team", slug="team")
    PageViewRestriction.objects.create(page=closed, restriction_type="password", password="geheim")
    return [
        "/",
        "/de/",
        "/de/team/",
        "/de/gibt-es-nicht/",
        "/de/suche/?q=x",
        "/de/?q=%00",
        "/robots.txt",
        "/sitemap.xml",
    ]


def test_every_answer_says_what_a_browser_must_not_do(client, addresses, subtests):
    for address in addresses:
        response = client.get(address)
        with subtests.test(address):
            assert {name: response.get(name) for name in ALWAYS} == ALWAYS
            assert "geolocation=()" in response["Permissions-Policy"]
            assert response["Cross-Origin-Resource-Policy"] == "same-origin"
            assert "Server" not in response.headers
            assert "X-Powered-By" not in response.headers
            assert not response.get("Access-Control-Allow-Origin")
            assert NOTHING_BUT_OURS.items() <= policy(response).items()


def test_no_public_policy_lets_in_what_stands_in_the_page_or_comes_from_elsewhere(
    client, addresses, subtests
):
    for address in addresses:
        with subtests.test(address):
            said = client.get(address)["Content-Security-Policy"]
            assert not re.search(r"unsafe-|https?:|\*|nonce-", said)


def test_readers_get_no_cookie(client, addresses, subtests):
    for address in addresses:
        with subtests.test(address):
            assert not client.get(address).cookies.keys() - {"csrf"}
            if "team" not in address:
                assert not client.get(address).cookies


def test_files_of_others_cannot_do_anything_and_may_stand_in_mails(client, home, own_files):
    drawn = client.get(picture().file.url)
    file = client.get(document().url)
    file.close()

    assert policy(drawn)["default-src"] == "'none'"
    assert "sandbox" in drawn["Content-Security-Policy"]
    assert drawn["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "script-src" not in policy(drawn)
    for response in (drawn, file):
        assert response["X-Content-Type-Options"] == "nosniff"


def test_the_cookies_of_editors_are_for_this_site_alone(client, home):
    get_user_model().objects.create_superuser("ada", "ada@haus.example", "lange Sätze sind gut")
    client.post(reverse("wagtailcore_login"), {"username": "ada", "password": "lange Sätze sind gut"})

    for name, cookie in client.cookies.items():
        assert cookie["samesite"] in ("Lax", "Strict"), name
        assert not cookie["domain"]
    assert client.cookies["session"]["httponly"]


IN_EARNEST = """
import django; django.setup()
from django.conf import settings as s
from django.test import Client
print(s.SECURE_HSTS_SECONDS, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, s.DEBUG)
plain = Client().get("/robots.txt", headers={"host": "haus.example"})
print(plain.status_code, plain["Location"])
safe = Client().get("/robots.txt", headers={"host": "haus.example"}, secure=True)
print(safe["Strict-Transport-Security"])
"""


def test_in_earnest_everything_is_encrypted_for_a_year(tmp_path):
    environment = {
        **{
            name: value
            for name, value in os.environ.items()
            if name not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")
        },
        **{"SECRET_KEY": "x" * 60, "SITE_URL": "https://haus.example", "ALLOWED_HOSTS": "haus.example"},
        **{"DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "quartier.settings.production"},
        **{"PYTHONPATH": "site:.", "MAIL_FROM": "haus@haus.example", "EMAIL_URL": "smtp://localhost"},
    }
    program = [sys.executable, "-W", "ignore", "-c", IN_EARNEST]
    said = subprocess.run(program, env=environment, capture_output=True, text=True, timeout=120)

    assert said.stdout.splitlines() == [
        "31536000 True True True False",
        "301 https://haus.example/robots.txt",
        "max-age=31536000",
    ], said.stderr[-800:]
