"""One number for a whole text: the first Wiener Sachtextformel, and LIX.

Bamberger and Vanecek, Lesen – Verstehen – Lernen – Schreiben (1984); Björnsson, Läsbarhet (1968).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

VOWELS = re.compile(r"aa|ee|ie|oo|ei|ai|ey|ay|au|eu|äu|[aeiouyäöüéèàáâêô]")


@dataclass(frozen=True)
class Scores:
    """`wiener` is a school year, 4 to 15; `lix` runs from 20 to over 60. None where there is no sentence."""

    wiener: float | None
    lix: float | None
    words: int
    sentences: int


def syllables(word: str) -> int:
    """How many syllables a German word has when it is spoken; at least one."""
    return max(1, len(VOWELS.findall(word.lower())))


def scores(spoken: Sequence[Sequence[str]]) -> Scores:
    """The scores of sentences, each as its words."""
    sentences = [sentence for sentence in spoken if sentence]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return Scores(None, None, 0, 0)
    mean = len(words) / len(sentences)
    return Scores(
        round(_wiener(words, mean), 1), round(mean + _share(words, _is_long), 1), len(words), len(sentences)
    )


def _wiener(words, mean):
    three = _share(words, lambda word: syllables(word) >= 3)
    one = _share(words, lambda word: syllables(word) == 1)
    return 0.1935 * three + 0.1672 * mean + 0.1297 * _share(words, _is_long) - 0.0327 * one - 0.875


def _is_long(word):
    return len(word) > 6


def _share(words, holds):
    return 100 * sum(map(holds, words)) / len(words)
