"""Rule 03: no genitive."""

import re

from quartier.plainly.engine.findings import HINT, Mark
from quartier.plainly.engine.lists import words

SURE = re.compile(r"des|eines|(?:m|d|s|k)eines|ihres|unseres|eures")
PERHAPS = re.compile(r"dieses|jenes|jedes|welches")
FEMININE = re.compile(r"der|[Ii]hrer|(?:m|d|s|k)?einer|unserer|eurer|dieser|jener|aller")
DATIVE = {"des": "von dem", "eines": "von einem"}
TIMES = re.compile(
    r".*(?:tag|woche|monat|jahr|abend|morgen|mittag|nacht|uhr|stunde|minute|ende|samstag|mittwoch)s?"
)


def genitive(sentence, _options):
    """After its prepositions, after "des" and "eines"; as a hint after a noun and in "Annas Kurs"."""
    tokens, told = sentence.words, -1
    for place, token in enumerate(tokens):
        if token.start < told:
            continue
        for look in (_after_preposition, _sure, _after_noun, _of_a_name):
            mark = look(tokens, place)
            if mark:
                told = mark.end
                yield mark
                break


def _noun_after(tokens, place):
    """The noun to which an article belongs, past its adjectives."""
    for token in tokens[place + 1 : place + 4]:
        if token.is_kind("NN", "NE") or (token.text[:1].isupper() and not token.is_kind("V", "ADJ")):
            return token
        if not token.is_kind("ADJ", "CARD", "VV(PP)", "VV(PPRES)"):
            return None
    return None


def _after_preposition(tokens, place):
    token = tokens[place]
    if token.low not in words("genitive_prepositions") or place + 1 == len(tokens):
        return None
    following = tokens[place + 1].low
    noun = _noun_after(tokens, place + 1)
    if noun and (SURE.fullmatch(following) or FEMININE.fullmatch(following) or PERHAPS.fullmatch(following)):
        return Mark("03", token.start, noun.end)
    return None


def _sure(tokens, place):
    token = tokens[place]
    noun = _noun_after(tokens, place)
    if not noun:
        return None
    if SURE.fullmatch(token.low) or (
        PERHAPS.fullmatch(token.low) and noun.lemma != noun.text and _nominative(noun)
    ):
        return Mark("03", token.start, noun.end, _with_dative(tokens, place, noun))
    return None


def _with_dative(tokens, place, noun):
    """ "von dem Verein" for "des Vereins", where the noun tells its other form and stands right behind."""
    article, plain = tokens[place].low, _nominative(noun)
    if tokens[place + 1] is not noun or not plain or place == 0:
        return None
    dative = DATIVE.get(article) or f"von {article[:-1]}m"
    return f"{dative} {plain}"


def _nominative(noun):
    """The noun without the "s" of its genitive; nothing where that is not one."""
    plain = re.sub(r"(?<=[sßxz])es$|s$", "", noun.text)
    if plain == noun.text:
        return ""
    return noun.lemma if noun.lemma in (plain, plain[:-1]) else plain if noun.text[-1] == "s" else ""


def _after_noun(tokens, place):
    token = tokens[place]
    if not place or not FEMININE.fullmatch(token.text) or token.is_kind("PREL"):
        return None
    before, noun = tokens[place - 1], _noun_after(tokens, place)
    if not noun or not before.is_kind("NN") or (TIMES.fullmatch(before.low) and before.low != "ende"):
        return None
    if noun.start - token.end > 40 or before.end + 1 != token.start:
        return None
    return Mark("03", before.start, noun.end, weight=HINT)


def _of_a_name(tokens, place):
    token = tokens[place]
    if not token.is_kind("NE") or not token.low.endswith("s") or token.lemma.lower() == token.low:
        return None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if after and after.is_kind("NN") and after.text[:1].isupper() and after.start == token.end + 1:
        return Mark("03", token.start, after.end, weight=HINT)
    return None
