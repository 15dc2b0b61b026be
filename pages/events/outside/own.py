"""Events of ours that come back from somebody else's calendar: known by their UID."""

import re
from collections.abc import Iterable
from uuid import UUID, uuid5

from pages.events.models.calendar import CalendarPage
from pages.events.models.event import EventPage

KEY = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}", re.I)


def key_of(calendar: UUID, told: str) -> UUID:
    """The key of the event that becomes of an entry in a file: uploaded twice, it is the same event.

    `calendar` is the translation key of the page below which it stands, `told` its UID or what its row says.
    """
    return uuid5(calendar, told)


def ours(uids: Iterable[str]) -> set[str]:
    """Those that name an event of this house, or one that was made of an uploaded file."""
    calendars = set(CalendarPage.objects.values_list("translation_key", flat=True))
    keys = {}
    for uid in uids:
        named = {UUID(match) for match in KEY.findall(uid[:200])}
        for key in named | {key_of(calendar, uid) for calendar in calendars}:
            keys.setdefault(key, set()).add(uid)
    known = EventPage.objects.values_list("translation_key", flat=True).distinct()
    return set().union(*(keys[key] for key in known.iterator() if key in keys))
