"""Which time zone somebody else's calendar means. No database, no request.

A file may bring rules for its zones along; they are never computed, for they can be endless. What a zone is
called is enough: by IANA, by Windows, or behind somebody's prefix.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from pages.events.wall import BERLIN

UTC = ZoneInfo("UTC")
NAME = re.compile(r"[A-Za-z0-9_+\-]{1,40}(/[A-Za-z0-9_+\-]{1,40}){0,2}")
BEHIND_A_PREFIX = re.compile(
    r"/((?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[\w/+\-]+)$"
)


def zone(name: str, said: Mapping[str, str]) -> ZoneInfo:
    """The zone of a name; `said` are the names that the file itself gives to it. Else that of the house."""
    return _known(name) or _known(said.get(name, "")) or BERLIN


@lru_cache(maxsize=512)
def _known(name):
    name = name.strip()
    prefixed = BEHIND_A_PREFIX.search(name[:200])
    for candidate in (name, WINDOWS_TO_OLSON.get(name), prefixed and prefixed.group(1)):
        if candidate and NAME.fullmatch(candidate):
            try:
                return ZoneInfo(candidate)
            except (ValueError, OSError, KeyError):
                continue
    return None
