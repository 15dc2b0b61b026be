"""Rule 05: long compounds are taken apart, with one sign in the whole text."""

import re
from functools import lru_cache

from quartier.plainly.engine.findings import Mark
from quartier.plainly.engine.lists import words
from quartier.plainly.engine.scores import syllables
from quartier.plainly.engine.tagging import morphemes

SHORT = {"syllables": 4, "letters": 13}
"""A compound with less of both stands as it is: Rollstuhl, Haustür, Sprechstunde."""
SHORTEST_STEM = 3
STREET = re.compile(r"\w+(?:straße|allee|gasse|chaussee)")
LETTERS = re.compile(r"[^\W\d_]+")
STEMS = ("NN", "VV", "ADJ", "NE", "ADV", "CARD", "VM")
JOINTS = ("s", "es", "n", "en", "er", "e", "")


def long_compound(sentence, options):
    """A noun of two stems or more, each sign of which helps to read it."""
    for token in sentence.words:
        if not LETTERS.fullmatch(token.text) or not token.text[:1].isupper() or STREET.fullmatch(token.low):
            continue
        if options.terms.explains(token.text, token.lemma) or token.is_kind("V", "PIS", "PPER"):
            continue
        parts = divided(token.text)
        if len(parts) > 1 and _is_long(token.text):
            yield Mark("05", token.start, token.end, _joined(parts, options.separator))


def _is_long(word):
    return syllables(word) >= SHORT["syllables"] or len(word) >= SHORT["letters"]


def _joined(parts, separator):
    """With a hyphen each part is written large; with a Mediopunkt the word stays one."""
    if separator == "-":
        parts = [part[:1].upper() + part[1:] for part in parts]
    return separator.join(parts)


@lru_cache(maxsize=5_000)
def divided(word: str) -> tuple[str, ...]:
    """The parts of a compound as they are written; one part where it is none, or a usual one."""
    if word.lower() in _usual():
        return (word,)
    pieces = _by_stems(word)
    return tuple(pieces if len(pieces) > 1 else _by_last_part(word))


@lru_cache
def _usual():
    """Usual compounds in all their endings, and as they stand within longer ones."""
    return {word + joint for word in words("known_compounds") for joint in JOINTS}


def _by_stems(word):
    """As the tagger sees it: a new part begins with each stem, but not within a usual compound."""
    pieces = morphemes(word)
    if "".join(piece for piece, _kind in pieces) != word.lower():
        return [word]
    cuts, place, letters_before = [], 0, 0
    for piece, kind in pieces:
        is_stem = kind.startswith(STEMS) and not kind.startswith("SUF") and len(piece) >= SHORTEST_STEM
        if is_stem and place and letters_before >= SHORTEST_STEM:
            cuts.append(place)
        place += len(piece)
        letters_before = len(piece) if is_stem else letters_before
    return _without_usual(_cut(word, cuts))


def _cut(word, cuts):
    return [word[start:end] for start, end in zip([0, *cuts], [*cuts, len(word)], strict=True)]


def _without_usual(parts):
    """ "Geburts", "tags", "kuchen" become "Geburtstags", "kuchen"."""
    joined = []
    for part in parts:
        if joined and (joined[-1] + part).lower() in _usual():
            joined[-1] += part
        else:
            joined.append(part)
    return joined


def _by_last_part(word):
    """By a list of last parts, where the tagger takes a compound for one word."""
    low = word.lower()
    heads = (head for head in words("compound_heads") if low.endswith(head) and len(low) - len(head) > 3)
    head = max(heads, key=len, default="")
    if not head or low.endswith(("lichkeit", "tätigkeit")):
        return [word]
    cut = len(word) - len(head)
    return [*_by_stems(word[:cut]), word[cut:]] if cut > 5 else [word[:cut], word[cut:]]
