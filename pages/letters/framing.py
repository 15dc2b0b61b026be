"""A mail as HTML, answered so that a browser shows it in a frame and lets it do nothing.

No script, no form, nothing from elsewhere, no access to the page around it; only links lead out of it, into a
window of their own, because somebody clicks on them.
"""

import re

from django.conf import settings
from django.http import HttpResponse

HEAD = re.compile(r"<head[^<>]*>", re.I)
IN_A_NEW_WINDOW = '<base target="_blank">'
SANDBOX = "allow-popups allow-popups-to-escape-sandbox"
"""For the frame and for the answer: each alone would be enough, until one is forgotten."""

POLICY = (
    f"sandbox {SANDBOX}; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' {{site}} data:;"
    " form-action 'none'; frame-ancestors 'self'"
)


def framed(html) -> HttpResponse:
    """The answer for `<iframe sandbox="…">` with the same `SANDBOX`."""
    shown, count = HEAD.subn(rf"\g<0>{IN_A_NEW_WINDOW}", html, count=1)
    response = HttpResponse(shown if count else IN_A_NEW_WINDOW + html)
    response.headers["Content-Security-Policy"] = POLICY.format(site=settings.SITE_URL)
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = "private, no-store"
    return response
