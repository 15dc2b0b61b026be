"""Start versions: the pages that the law asks for begin with a text whose blanks an editor fills in.

One file for each purpose and language in the folder `starts`: title, slug, summary and body of the page.
"""

from functools import lru_cache
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent / "starts"


@lru_cache
def start(purpose: str, language: str) -> dict | None:
    """The start version for a purpose in a language; None where there is none."""
    file = FOLDER / f"{purpose}.{language}.yaml"
    return yaml.safe_load(file.read_text(encoding="utf-8")) if file.exists() else None


def bricks(purpose: str, language: str) -> list[dict]:
    """The body of a start version as a page stores it; empty where there is none."""
    body = (start(purpose, language) or {}).get("body", [])
    return [{"type": kind, "value": value} for brick in body for kind, value in brick.items()]
