"""Where a film can be shown from. Addresses in, addresses out: nothing is fetched."""

import re

PLAYERS = [
    (
        re.compile(r"^https://(?:www\.|m\.)?(?:youtube\.com/watch\?(?:.*&)?v=|youtube\.com/shorts/|youtu\.be/)([\w-]{6,20})"),
        "https://www.youtube-nocookie.com/embed/{}",
        "YouTube",
    ),
    (re.compile(r"^https://(?:www\.)?vimeo\.com/(\d+)"), "https://player.vimeo.com/video/{}?dnt=1", "Vimeo"),
    (re.compile(r"^(https://[\w.-]+)/(?:w|videos/watch)/([\w-]{8,40})"), "{}/videos/embed/{}", ""),
]


def player(address: str) -> tuple[str, str] | None:
    """The address of a player without tracking, and who runs it; None where there is no such player."""
    for pattern, template, provider in PLAYERS:
        if found := pattern.match(address):
            return template.format(*found.groups()), provider or found[1].removeprefix("https://")
    return None


def map_frame(latitude: float, longitude: float) -> str:
    """OpenStreetMap's map around a place, about 600 metres wide."""
    west, south, east, north = longitude - 0.004, latitude - 0.002, longitude + 0.004, latitude + 0.002
    return (
        "https://www.openstreetmap.org/export/embed.html"
        f"?bbox={west:.5f}%2C{south:.5f}%2C{east:.5f}%2C{north:.5f}&layer=mapnik&marker={latitude}%2C{longitude}"
    )
