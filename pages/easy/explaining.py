"""Words of a glossary in running text, each once on a page. No framework."""

import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from typing import NamedTuple

ENDING = "(?:s|n|en|e|es|er|ern)?"


class Found(NamedTuple):
    """A word as it stands in a text, from where to where, and the one of the glossary that it is."""

    start: int
    end: int
    word: str


class Explanations:
    """Finds each word of a glossary the first time that a page uses it; texts and words are escaped HTML."""

    def __init__(self, glossary: Mapping[str, str]):
        self.waiting = {escape(word): escape(text) for word, text in glossary.items() if word and text}
        self.told: dict[str, str] = {}

    def first_uses(self, text: str) -> list[Found]:
        """The words in a text that were not told before; from now on they are."""
        found = []
        for match in _pattern(tuple(self.waiting)).finditer(text) if self.waiting else ():
            word = next((word for word in self.waiting if _is_form_of(match["word"], word)), None)
            if word:
                self.told[word] = self.waiting.pop(word)
                found.append(Found(match.start("word"), match.end("word"), word))
        return found


def _is_form_of(said, word):
    """Whether it is this word in another ending; a noun keeps its capital letter."""
    return bool(re.fullmatch(_form(word), said))


@lru_cache(maxsize=64)
def _pattern(words):
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<![\w·‧&-])(?P<word>{'|'.join(map(_form, longest_first))})(?![\w·‧-])")


def _form(word):
    first = word[0] if word[0].isupper() else f"[{word[0]}{re.escape(word[0].upper())}]"
    return f"{first if word[0].isalnum() else re.escape(word[0])}{re.escape(word[1:])}{ENDING}"
