"""The few kinds of things that are asked for: what figures are told by. Their number never grows."""

PARTS = {
    "admin": "admin",
    "documents": "document",
    "media": "picture",
    "static": "static",
    "abo": "newsletter",
    "hooks": "hook",
    "health": "health",
    "metrics": "metrics",
}
ENDINGS = {".ics": "calendar", ".xml": "feed", ".json": "data"}
KINDS = sorted({*PARTS.values(), *ENDINGS.values(), "page", "search", "other"})


def kind(path, view=""):
    """Of what kind the address is; `view` is what Django calls it, where Django was asked."""
    first = path.lstrip("/").partition("/")[0]
    if first in PARTS:
        return PARTS[first]
    if view == "search":
        return "search"
    ending = next((told for end, told in ENDINGS.items() if path.endswith(end)), None)
    return ending or ("page" if path.endswith("/") else "other")
