"""Sums of money in the reader's way of writing them."""

from decimal import Decimal

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal
from django.utils.translation import get_language
from django.utils.translation import gettext as _

CENTS = ".00"
PLAIN = "de-simple"


def euros(amount: Decimal | None) -> str:
    """`25 €`, `12,50 €`, `€12.50`; `kostenlos` for nothing, and nothing for None (CLDR)."""
    if amount is None:
        return ""
    if not amount:
        return _("free of charge")
    language = get_language() or "de"
    if language == PLAIN:
        return _spelled_out(amount)
    locale = _locale(language)
    pattern = locale.currency_formats["standard"].pattern
    pattern = pattern.replace(CENTS, "") if amount == int(amount) else pattern
    return format_decimal(amount, pattern.replace("¤", "€"), locale)


def _spelled_out(amount):
    """`5 Euro und 50 Cent`: Leichte Sprache has neither signs nor decimals."""
    whole, cents = divmod(round(amount * 100), 100)
    said = [f"{whole} Euro"] * bool(whole) + [f"{cents} Cent"] * bool(cents)
    return " und ".join(said)


def _locale(language):
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(language.partition("-")[0])
