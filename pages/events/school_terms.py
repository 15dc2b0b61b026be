"""The school holidays of a state, as they are shipped with the site."""

from datetime import date
from functools import cache
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent / "school_holidays"


@cache
def shipped(region) -> tuple[tuple[str, date, date], ...]:
    """Name, first and last day of all holidays that are known for a state (ISO 3166-2:DE); none for most."""
    file = FOLDER / f"{region}.yaml"
    if file not in FOLDER.glob("*.yaml"):
        return ()
    terms = yaml.safe_load(file.read_text(encoding="utf-8"))
    return tuple(
        (term["name"], date.fromisoformat(term["first_day"]), date.fromisoformat(term["last_day"]))
        for term in terms
    )
