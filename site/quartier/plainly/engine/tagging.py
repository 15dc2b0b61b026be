"""Kinds and basic forms of words, by HanTa. Its model takes a moment to load: at the first question, once."""

from functools import lru_cache
from threading import Lock

MODEL = "morphmodel_ger.pgz"
MOST_LETTERS = 60
"""Longer "words" are addresses or nonsense, and would take long."""
_asking = Lock()


@lru_cache(maxsize=1)
def _tagger():
    from HanTa.HanoverTagger import HanoverTagger  # noqa: PLC0415 - numpy and 4 MB of model, not at start

    return HanoverTagger(MODEL)


def tagged(words: list[str]) -> list[tuple[str, str]]:
    """Basic form and kind of each word of one sentence; kinds of the STTS, such as "VV(FIN)"."""
    with _asking:
        found = _tagger().tag_sent([word[:MOST_LETTERS] for word in words])
    return [(lemma, kind) for _word, lemma, kind in found]


@lru_cache(maxsize=5_000)
def morphemes(word: str) -> tuple[tuple[str, str], ...]:
    """The pieces of one word with their kinds: stems, joints ("FUGE"), endings ("SUF_…")."""
    with _asking:
        _lemma, pieces, _kind = _tagger().analyze(word[:MOST_LETTERS], taglevel=3)
    return tuple(pieces)
