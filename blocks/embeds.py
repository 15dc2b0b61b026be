"""Where a film can be shown from. Addresses in, addresses out: nothing is fetched."""

import re
from collections.abc import Collection
from urllib.parse import quote

PLAYERS = [
    (
        re.compile(
            r"^https://(?:www\.|m\.)?(?:youtube(?:-nocookie)?\.com/(?:watch\?(?:\S*&)?v=|shorts/|live/|embed/)|youtu\.be/)"
            r"(?P<film>[\w-]{6,20})",
            re.ASCII,
        ),
        "https://www.youtube-nocookie.com/embed/{film}",
        "YouTube",
    ),
    (
        re.compile(
            r"^https://(?:www\.|player\.)?vimeo\.com/(?:video/)?(?P<film>\d+)(?:(?:/|\?h=)(?P<key>[\da-f]{8,12}))?",
            re.ASCII,
        ),
        "https://player.vimeo.com/video/{film}?dnt=1&h={key}",
        "Vimeo",
    ),
    (
        re.compile(
            r"^https://(?P<host>[\w.-]+)/(?:w|videos/(?:watch|embed))/(?P<film>[\w-]{8,40})", re.ASCII
        ),
        "https://{host}/videos/embed/{film}",
        "{host}",
    ),
]


def player(address: str, peertube: Collection[str] = ()) -> tuple[str, str] | None:
    """The address of a player without tracking, and who runs it; None where there is no such player.

    Anybody can run a PeerTube, and its address looks like many others: `peertube` names the trusted ones.
    """
    for pattern, template, provider in PLAYERS:
        if found := pattern.match(address):
            parts = {name: part or "" for name, part in found.groupdict().items()}
            if parts.get("host", "").lower() not in ("", *peertube):
                return None
            return template.format(**parts).removesuffix("&h="), provider.format(**parts)
    return None


def map_frame(latitude: float, longitude: float) -> str:
    """OpenStreetMap's map around a place, about 600 metres wide."""
    west, south, east, north = longitude - 0.004, latitude - 0.002, longitude + 0.004, latitude + 0.002
    return (
        "https://www.openstreetmap.org/export/embed.html"
        f"?bbox={west:.5f}%2C{south:.5f}%2C{east:.5f}%2C{north:.5f}&layer=mapnik"
        f"&marker={latitude:.5f}%2C{longitude:.5f}"
    )


def map_page(latitude: float | None, longitude: float | None, address: str) -> str:
    """The same place on OpenStreetMap's own site; without coordinates, a search for the address."""
    if latitude is None or longitude is None:
        return f"https://www.openstreetmap.org/search?query={quote(' '.join(address.split()))}"
    place = f"{latitude:.5f}/{longitude:.5f}"
    return f"https://www.openstreetmap.org/?mlat={latitude:.5f}&mlon={longitude:.5f}#map=18/{place}"
