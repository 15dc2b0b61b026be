"""Small words that all parts of the export share."""

from django.conf import settings


def without_gaps(said: dict) -> dict:
    """What is known: nothing empty, but every number and every no."""
    return {name: value for name, value in said.items() if value not in (None, "", [], {})}


def absolute(page) -> str:
    """The whole address of a page; empty while it has none."""
    parts = page.get_url_parts()
    return settings.SITE_URL + parts[2] if parts and parts[2] else ""
