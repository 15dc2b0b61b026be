"""One content at several addresses, as search engines are told of it."""

from django.conf import settings

UNKNOWN = "de-simple"
"""Search engines know no code for Easy German; under "de" it would take the place of the German page."""


def hreflang(addresses: dict[str, str]) -> list[tuple[str, str]]:
    """Language and address of each translation, and of the one for all others; nothing for one alone."""
    known = {language: url for language, url in addresses.items() if language != UNKNOWN}
    if len(known) < 2:
        return []
    return [*known.items(), ("x-default", known.get(settings.LANGUAGE_CODE) or next(iter(known.values())))]
