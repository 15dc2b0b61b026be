"""Names for addresses, in letters that every keyboard has and that can be told on the phone.

Other writing is spelt in Latin letters, one by one as maps do it (BGN/PCGN, without marks), and differently
from language to language: ö is oe in German and o in Turkish. Arabic and Persian leave short vowels out, here
too.
"""

import unicodedata
from collections import defaultdict
from functools import cache


def _pairs(written, spelt):
    """`-` for a letter that is left out."""
    return {one: other.strip("-") for one, other in zip(written, spelt.split(), strict=True)}


EVERYWHERE = {
    **_pairs("ıłøđðþæœß", "i l o d d th ae oe ss"),
    **_pairs("абвгґдеєёжзиіїйклмноп", "a b v h g d e ye yo zh z y i i y k l m n o p"),
    **_pairs("рстуфхцчшщъыьэюя", "r s t u f kh ts ch sh shch - y - e yu ya"),
    **_pairs("اآأإبپتثجچحخدذرزژسشصضطظ", "a a a i b p t th j ch h kh d dh r z zh s sh s d t z"),
    **_pairs("عغفقكکگلمنهوؤيىیئءةـ", "a gh f q k k g l m n h w w y a y y - a -"),
    **_pairs("'’ʼʹ\u200c", "- - - - -"),
}
OWN = {
    "de": _pairs("äöü", "ae oe ue"),
    "ru": _pairs("ги", "g i"),
    "fa": _pairs("ثذضوة", "s z z v e"),
}
TOGETHER = {"зг": "zgh"}
"""Letter by letter it would read like ж."""
BETWEEN = "–—/&+.,;|·•_"
"""Divides words as a space does; any other sign is left out."""
LONGEST = 200
LETTERS = [(0xA0, 0x250), (0x300, 0x36F), (0x400, 0x460), (0x600, 0x700), (0x1E00, 0x1F00), (0x2000, 0x2020)]
"""Where Latin, Cyrillic and Arabic letters, marks and digits stand in Unicode."""


def address(title: str, language: str) -> str:
    """The name of a page in its address: letters without a Latin spelling here stay as they are."""
    text = latin(title, language)
    words = (" " if char in BETWEEN else char for char in text if char in f"{BETWEEN}- " or char.isalnum())
    return "-".join("".join(words).replace("-", " ").split())[:LONGEST].rstrip("-")


def latin(text: str, language: str) -> str:
    """A text in small letters from a to z, as `language` spells them."""
    text = unicodedata.normalize("NFKC", text).replace("İ", "i").lower()
    for written, spelt in TOGETHER.items():
        text = text.replace(written, spelt)
    table = {**EVERYWHERE, **OWN.get(language.split("-")[0], {})}
    return "".join(table[char] if char in table else _bare(char) for char in text)


@cache
def replacements(language: str) -> list[tuple[str, str]]:
    """The same for a form in a browser: classes of letters, and what to write instead, in this order."""
    spelt = defaultdict(str)
    for char in (chr(number) for first, end in LETTERS for number in range(first, end)):
        plain = latin(char, language)
        if plain != char and (plain.isalnum() or not plain) and plain.isascii():
            spelt[plain] += char
    classes = [(f"[{written}]", plain) for plain, written in spelt.items()]
    return [*TOGETHER.items(), *classes, (f"[{BETWEEN}]", " ")]


def _bare(char):
    """Without its marks: é as e, ş as s; a digit of any writing as ours."""
    if char.isdecimal():
        return str(int(char))
    plain = "".join(part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part))
    return plain if plain.isascii() else char
