"""Amounts of money, written as in the reader's language."""

from decimal import Decimal
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.numbers import format_currency
from django.utils.translation import get_language

CENTS = ".00"
"""How patterns of the CLDR say: two digits behind the comma."""


def euros(amount: Decimal, language: str | None = None) -> str:
    """`3,50 €`, `3 €`: the cents only where there are some (CLDR); with blanks that do not break."""
    return _written(Decimal(amount), language or get_language() or "de")


@lru_cache(maxsize=512)
def _written(amount, language):
    locale = _locale(language)
    pattern = locale.currency_formats["standard"].pattern
    if amount == amount.to_integral_value():
        pattern = pattern.replace(CENTS, "")
    return format_currency(amount, "EUR", pattern, locale, currency_digits=False)


def _locale(language):
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(language.partition("-")[0])
