"""PURE  One thing that the check found, in a sentence; with the record to put into DNS, where one helps."""

from dataclasses import dataclass
from enum import Enum


class Level(Enum):
    """`WRONG`: mail is refused or lost because of it."""

    GOOD = "ok"
    HINT = "hint"
    WRONG = "WRONG"


@dataclass(frozen=True)
class Line:
    """`record` is a whole line of a zone file."""

    about: str
    level: Level
    says: str
    record: str = ""


def txt(name, text):
    """The line of a zone file for a text; one string holds at most 255 characters (RFC 1035, 3.3.14)."""
    pieces = " ".join(f'"{text[at : at + 255]}"' for at in range(0, len(text), 255))
    return f"{name}. IN TXT {pieces}"


def tags(text) -> dict[str, str]:
    """`v=DMARC1; p=none` by name. DKIM and DMARC write their records in the same way (RFC 6376, 3.2)."""
    pairs = (part.partition("=") for part in text.split(";") if part.strip())
    return {name.strip().lower(): value.strip() for name, _sign, value in pairs}
