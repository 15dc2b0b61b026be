"""Whom one can call while the database is gone: kept in a small file, as the centre was last read."""

import json
from contextlib import suppress

from django.conf import settings


def remember(centre):
    """Keep it if it is new. That it cannot be kept hinders nobody."""
    words = {"phone": centre.phone, "mail": centre.mail}
    if words == whom_to_call():
        return
    with suppress(OSError):
        draft = _file().with_suffix(".new")
        draft.write_text(json.dumps(words))
        draft.replace(_file())


def whom_to_call() -> dict:
    """Phone and mail of the centre; empty where nobody has read a page yet."""
    try:
        known = json.loads(_file().read_text())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _file():
    return settings.DATA_DIR / "whom-to-call.json"
