"""A browser in which somebody was signed in before. Whoever guesses elsewhere does not make it wait."""

import secrets
from datetime import timedelta

from django.conf import settings
from django.core import signing

COOKIE = "known"
KEPT = timedelta(days=365)
SALT = "quartier.signing_in.known"
PATH = "/admin/"


def remember(request, response, user):
    """Have the browser keep that this account was used here. It opens nothing."""
    kept = [pair for pair in _kept(request) if pair[0] != user.pk][-4:]
    response.set_cookie(
        COOKIE,
        signing.dumps([*kept, (user.pk, secrets.token_urlsafe(9))], salt=SALT),
        max_age=KEPT,
        path=PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def mark_of(request, user):
    """What this browser and this account are counted by; empty where they were never seen together."""
    return next((mark for key, mark in _kept(request) if user and key == user.pk), "")


def _kept(request):
    try:
        return [
            tuple(pair) for pair in signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=KEPT)
        ]
    except signing.BadSignature:
        return []
