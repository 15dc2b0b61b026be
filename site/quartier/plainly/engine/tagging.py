"""Kinds and basic forms of words, by HanTa. Its model takes a moment to load: at the first question, once."""

from functools import lru_cache
from threading import Lock

MODEL = "morphmodel_ger.pgz"
ENOUGH = 24
"""Letters at the end of a long word that tell its kind; each more costs time."""
LONGEST = 48
"""Longer "words" are no words, and are not taken apart."""
_asking = Lock()


@lru_cache(maxsize=1)
def _tagger():
    from HanTa.HanoverTagger import HanoverTagger  # noqa: PLC0415 - numpy and 4 MB of model, not at start

    return HanoverTagger(MODEL)


def make_ready() -> None:
    """Load the model, if nobody has asked yet."""
    with _asking:
        _tagger()


@lru_cache(maxsize=2_000)
def tagged(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Basic form and kind of each word of one sentence; kinds of the STTS, such as "VV(FIN)"."""
    with _asking:
        found = _tagger().tag_sent([_end(word) for word in words])
    return tuple(
        (word[:-ENOUGH] + lemma if len(word) > ENOUGH else lemma, kind)
        for word, (_end_of_word, lemma, kind) in zip(words, found, strict=True)
    )


def _end(word):
    """The end of a long word, large where the word is."""
    if len(word) <= ENOUGH:
        return word
    end = word[-ENOUGH:]
    return end[:1].upper() + end[1:] if word[:1].isupper() else end


@lru_cache(maxsize=5_000)
def morphemes(word: str) -> tuple[tuple[str, str], ...]:
    """The pieces of one word with their kinds: stems, joints ("FUGE"), endings ("SUF_…")."""
    if len(word) > LONGEST:
        return ((word.lower(), "NN"),)
    with _asking:
        _lemma, pieces, _kind = _tagger().analyze(word, taglevel=3)
    return tuple(pieces)
