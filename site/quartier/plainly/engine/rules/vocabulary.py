"""Rules 13 and 19: words that everybody knows, and one word for one thing."""

from functools import lru_cache

from quartier.plainly.engine.findings import Mark
from quartier.plainly.engine.lists import folded_pairs, same_thing, words
from quartier.plainly.engine.rules.compounds import divided

SHORTEST = 6
ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")


def hard_word(sentence, options):
    """13: from a list with simpler words, or by an ending that tells of Latin; explained words pass."""
    for token in sentence.words:
        if token.is_address or options.terms.explains(token.text, token.lemma):
            continue
        known = folded_pairs("hard_words")
        form = next((form for form in _forms(token) if form in known), None)
        if form is not None:
            fits = form == token.low and known[form]
            said = _cased(known[form], token) if fits else None
            yield Mark("13", token.start, token.end, said, rather=known[form])
        elif _looks_foreign(token):
            yield Mark("13", token.start, token.end)


def _forms(token):
    yield token.low
    yield token.lemma.lower()
    if token.is_kind("NN"):
        yield divided(token.text)[-1].lower()
    if not token.text[:1].isupper():
        yield from (token.low.removesuffix(end) for end in ADJECTIVE_ENDINGS if token.low.endswith(end))


def _looks_foreign(token):
    if len(token.text) < SHORTEST or "-" in token.text or token.is_kind("NE"):
        return False
    if token.low in words("known_words") or token.lemma.lower() in words("known_words"):
        return False
    last = divided(token.text)[-1].lower() if token.is_kind("NN") else token.low
    if last.startswith(_known_stems()):
        return False
    return last.endswith(tuple(words("foreign_endings"))) or token.lemma.lower().endswith("ieren")


@lru_cache
def _known_stems():
    """Beginnings of known words: of "Informationen", "telefoniert", "Qualitäten"."""
    longer = {word.removesuffix("ieren") if word.endswith("ieren") else word for word in words("known_words")}
    return tuple(stem + "iert" if len(stem) < 6 else stem for stem in longer if len(stem) > 3)


def _cased(said, token):
    return said[:1].upper() + said[1:] if token.text[:1].isupper() else said


def other_word(all_sentences, options):
    """19: the second word for one thing in a text. Yields the sentence's number with the mark."""
    said: dict[int, str] = {}
    groups = _groups(options.terms)
    for number, sentence in enumerate(all_sentences):
        for token in sentence.words:
            for group in groups.get(token.low, ()):
                first = said.setdefault(group[0], token.text)
                if _is_other(first, token, group):
                    yield number, Mark("19", token.start, token.end, group[1], rather=group[1] or first)


def _is_other(first, token, group):
    preferred = group[1]
    if preferred:
        return token.low != preferred.lower()
    return first.lower()[:4] != token.low[:4]


def _groups(terms):
    """Each word, by itself: the group's number and the word that the centre's glossary prefers in it."""
    found: dict[str, list] = {}
    for number, group in enumerate(same_thing()):
        for word in group:
            found.setdefault(word.lower(), []).append((number, None))
    for number, (word, term) in enumerate(terms.words.items(), start=1000):
        for other in term.in_place_of:
            found.setdefault(other.lower(), []).append((number, word[:1].upper() + word[1:]))
    return found
