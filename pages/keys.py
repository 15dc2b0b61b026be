"""The secret keys of the house: what was made with one of them is read as long as that is known."""

from django.conf import settings


def secret_keys() -> tuple[str, ...]:
    """That of today, with which everything new is made; then those of before."""
    return (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
