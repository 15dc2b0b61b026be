"""How words are put together in the reader's language: lists, remarks, labels, capitals, days.

The signs between words are words too: an Arabic comma is another one, and French puts a space before a colon.
"""

import re

from babel.lists import format_list
from django.utils.formats import date_format, get_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext, to_locale

ELEMENTS = re.compile(r"(?:<[^>]*>|\s)*")
"""The elements in which marked words begin."""

ASKS, SPACES = ("?", "؟"), " \u00a0\u202f"
SMALL_I = {"i": "İ", "ı": "I"}
"""The capitals of Turkish, where they are not those of other languages."""


def comma() -> str:
    """What stands between the parts of a list: `, `, in Arabic and Persian `، `."""
    return pgettext("between the parts of a list", ", ")


def listed(parts):
    """`Saal, Erdgeschoss`: those that say something, with commas between them."""
    said = [(part,) for part in parts if part]
    if any(isinstance(part, SafeString) for (part,) in said):
        return format_html_join(comma(), "{}", said)
    return comma().join(str(part) for (part,) in said)


def joined(names) -> str:
    """`Deutsch, Türkisch und Arabisch` (CLDR)."""
    return format_list([str(name) for name in names], locale=to_locale(_language()).partition("_")[0])


def remark(words, note):
    """`Montag, 15–18 Uhr (nicht in den Ferien)`; the words alone where there is nothing to remark."""
    if not note:
        return words
    return format_html(pgettext("words and a remark", "{words} ({note})"), words=words, note=note)


def because(words, why):
    """`fällt aus (Krankheit)`; the state alone where nobody said why."""
    if not why:
        return words
    return format_html(pgettext("a state and the reason for it", "{state} ({why})"), state=words, why=why)


def labelled(label, words):
    """`Kosten: 5 €`, `Was kostet es? 5 Euro`; nothing where there is nothing to say."""
    if not words:
        return ""
    pattern = pgettext("a label and what it says", "{label}: {words}")
    pattern = "{label} {words}" if str(label).endswith(ASKS) else pattern
    write = format_html if isinstance(words, SafeString) else str.format
    return write(pattern, label=label, words=words)


def with_colon(label) -> str:
    """`Achtung:`, where what it says follows in an element of its own."""
    return pgettext("a label and what it says", "{label}: {words}").format(label=label, words="").rstrip(" ")


def without_colon(words) -> str:
    """What stands before a colon, in French with the space before it too."""
    return str(words).rstrip(SPACES).removesuffix(":").rstrip(SPACES)


def closed(words) -> str:
    """With a full stop, but never with two."""
    words = str(words)
    return words if words.endswith((".", "!", *ASKS)) else f"{words}."


def capital(words):
    """With a capital at the beginning, past elements; what is marked as another language stays as it is."""
    text = str(words)
    elements = ELEMENTS.match(text)[0] if isinstance(words, SafeString) else ""
    rest = text[len(elements) :]
    if not rest or " lang=" in elements:
        return words
    first = SMALL_I.get(rest[0]) if _language() == "tr" else None
    text = f"{elements}{first or rest[0].upper()}{rest[1:]}"
    return mark_safe(text) if isinstance(words, SafeString) else text  # noqa: S308 (it was safe before)


def dated(day, pattern="DATE_FORMAT") -> str:
    """A day by a pattern of Django's or of a catalogue; a first one is `1er` in French."""
    pattern = get_format(pattern)
    if day.day == 1 and _language() == "fr":
        pattern = pattern.replace("j", r"1\e\r")
    return date_format(day, pattern)


def _language():
    return get_language() or "en"
