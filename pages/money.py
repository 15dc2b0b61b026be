"""Sums of money in the reader's way of writing them."""

from decimal import Decimal

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal
from django.utils.translation import get_language
from django.utils.translation import gettext as _

CENTS = ".00"


def euros(amount: Decimal | None) -> str:
    """`25 €`, `12,50 €`, `€12.50`; `kostenlos` for nothing, and nothing for None (CLDR)."""
    if amount is None:
        return ""
    if not amount:
        return _("free of charge")
    locale = _locale(get_language() or "de")
    pattern = locale.currency_formats["standard"].pattern
    pattern = pattern.replace(CENTS, "") if amount == int(amount) else pattern
    return format_decimal(amount, pattern.replace("¤", "€"), locale)


def _locale(language):
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(language.partition("-")[0])
