"""A mail as different programs show it, for those who look at it before it is sent."""

from django.conf import settings
from django.http import HttpResponse

from pages.newsletters.composing.colouring import ONLY_DARK

LIGHT, DARK = "light", "dark"
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' {site}; frame-ancestors 'self'; sandbox"
)
"""Like a mail program: no script, no form, nothing from elsewhere, nothing around the frame is touched."""


def seen(html: str, look: str) -> str:
    """As a light or a dark mail program shows it, whatever the browser of the editor prefers."""
    html = html.replace(ONLY_DARK, "@media all" if look == DARK else "@media not all")
    return html.replace('-schemes" content="light dark"', f'-schemes" content="{look}"').replace(
        '"color-scheme" content="light dark"', f'"color-scheme" content="{look}"'
    )


def answer(html: str, look: str = LIGHT) -> HttpResponse:
    response = HttpResponse(seen(html, look))
    response.headers["Content-Security-Policy"] = POLICY.format(site=settings.SITE_URL)
    response.headers["Cache-Control"] = "private, no-store"
    return response
