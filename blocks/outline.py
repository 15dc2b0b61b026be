"""The order of headings on a page. Levels and titles in, verdicts out: no framework."""

import re
import unicodedata
from collections.abc import Collection, Iterable

DEEPEST = 6
GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def skips(levels: Iterable[int], above: int = 1) -> list[int]:
    """Positions of headings more than one level below the one before (WCAG 2.2, technique G141).

    `above` is the level of the heading that stands over the first one: 1 for a page's title.
    """
    found = []
    for position, level in enumerate(levels):
        if level > above + 1:
            found.append(position)
        above = level
    return found


def anchors(titles: Iterable[str], taken: Collection[str] = ()) -> list[str]:
    """One name for the address of each title: small Latin or native letters, no two alike, none taken."""
    names: list[str] = []
    for title in titles:
        plain = unicodedata.normalize("NFKC", title).lower().translate(GERMAN)
        name = re.sub(r"[^\w]+", "-", plain).strip("-_") or "abschnitt"
        unique, number = name, 2
        while unique in names or unique in taken:
            unique, number = f"{name}-{number}", number + 1
        names.append(unique)
    return names
