"""Identifiers that stay: who has read the data once finds the same things again."""

from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings

HOUSE = "centre"


def of(kind: str, number: object = "") -> str:
    """Of what is kept once in this house: `of("room", 7)`."""
    return str(uuid5(NAMESPACE_URL, f"{settings.SITE_URL}/#{kind}{number and f'-{number}'}"))


def part(owner: object, name: str) -> str:
    """Of a part of something: told by its owner and by what it says, whatever its row number."""
    return str(uuid5(UUID(str(owner)), name))
