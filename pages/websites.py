"""Addresses elsewhere on the web, which readers follow."""

from urllib.parse import urlsplit

from django.db import models


def is_web(address) -> bool:
    """Whether a browser would open it as a page. `javascript:` and the like would run as code of ours."""
    try:
        parts = urlsplit(address.strip())
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


class WebAddressField(models.URLField):
    """An address of the web; what has come past all forms and is none, reads as nothing.

    Forms refuse it as well. But imports, old versions and other programs write into the database directly,
    and one look here spares one in every template, feed and mail that names the address.
    """

    def from_db_value(self, value, expression, connection):
        return value if value is None or is_web(value) else ""

    def deconstruct(self):
        """A URLField for migrations: the column is the same."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.URLField", args, kwargs
