"""What a browser is called, from what it says of itself. Words in, words out: no request."""

PROGRAMS = (
    *(("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox")),
    *(("SamsungBrowser/", "Samsung Internet"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome")),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    *(("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows")),
    *(("CrOS", "ChromeOS"), ("Mac OS X", "Mac"), ("Linux", "Linux")),
)
"""In this order: many name others, too, to be taken for them."""


def named(agent):
    """Like “Firefox, Windows”; empty for what nobody would recognise."""
    words = (_first(PROGRAMS, agent), _first(SYSTEMS, agent))
    return ", ".join(filter(None, words))


def _first(known, agent):
    return next((name for sign, name in known if sign in agent), "")
