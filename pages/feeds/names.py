"""By what names and addresses things are called outside of the house, for ever."""

from urllib.parse import urlsplit

from django.conf import settings


def host() -> str:
    """Where the names of things in feeds come from: part of each."""
    return urlsplit(settings.SITE_URL).hostname


def absolute(path) -> str:
    """The whole address; that of another site stays as it is."""
    return f"{settings.SITE_URL}{path}" if path.startswith("/") else path


def tag(key) -> str:
    """The name of a thing, which outlives its address (RFC 4151)."""
    return f"tag:{host()},2026:{key}"
