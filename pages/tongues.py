"""The languages that people speak with one another: kept as codes, named in the reader's language."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError
from django.utils.functional import lazy
from django.utils.translation import get_language

from pages.several import SeveralField

CODES = (
    *("de", "en", "tr", "ar", "uk", "ru", "pl", "fa", "ku", "vi", "fr", "es", "it", "pt", "ro", "bg"),
    *("sr", "hr", "bs", "sq", "mk", "el", "hu", "ka", "ps", "ur", "hi", "bn", "ta", "th", "zh", "ti", "am"),
    *("so", "sw", "ha", "rom", "he"),
)
"""ISO 639, those heard most in German houses first."""


def name_of(code: str, language: str | None = None) -> str:
    """What a language is called in `language`, else in the active one (CLDR); the code if it has no name."""
    return _names(language or get_language() or "de").get(code, code)


def names_of(codes, language: str | None = None) -> list[str]:
    """The names of several, in the order of `CODES`."""
    return [name_of(code, language) for code in CODES if code in codes]


@lru_cache(maxsize=32)
def _names(language):
    try:
        known = Locale.parse(language.replace("-", "_")).languages
    except (UnknownLocaleError, ValueError):
        known = Locale.parse(language.partition("-")[0]).languages
    return {code: known[code][:1].upper() + known[code][1:] for code in CODES if code in known}


name_later = lazy(name_of, str)


def choices():
    """All codes with lazy names, for a form."""
    return [(code, name_later(code)) for code in CODES]


class TonguesField(SeveralField):
    """Some of `CODES`, as a list in one column."""

    def __init__(self, verbose_name=None, **kwargs):
        super().__init__(verbose_name, choices, **kwargs)
