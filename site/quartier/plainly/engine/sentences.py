"""From the parts of a text to its sentences and words, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from quartier.plainly.engine.lists import pairs
from quartier.plainly.engine.tagging import tagged

HEADING, PARAGRAPH, ITEM, PICTURE = "heading", "paragraph", "item", "picture"
END = re.compile(r"[.!?…]+[\"“”»)]*(?=\s+[\"„«(]?[A-ZÄÖÜ0-9*])|[\n\r]+")
TOKEN = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]*\w|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[-·‧•][^\W\d_]+)*|[^\w\s]|_"
)
MOST_TOKENS = 200
"""Words and signs of the longest sentence that is read; more without an end is no sentence."""
ADDRESS = re.compile(r"https?://|www\.|\S+@\S")
LAST_WORD = re.compile(r"(\S+)$")
NO_END = re.compile(
    r"\d{1,2}\.|[A-ZÄÖÜ]\.|(?:.*[–/-])?(?:Mo|Di|Mi|Do|Fr|Sa|So|Dr|Hr|St|Prof)\.|[IVX]+\.|\w*[Ss]tr\."
)


@dataclass(frozen=True)
class Part:
    """A piece of a text that stands by itself; `bold` are the stretches of it that are."""

    text: str
    kind: str = PARAGRAPH
    bold: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Token:
    """A word or sign with its place in the part, its basic form and its kind."""

    text: str
    start: int
    end: int
    lemma: str
    kind: str

    @property
    def low(self) -> str:
        return self.text.lower()

    @property
    def is_word(self) -> bool:
        return any(map(str.isalnum, self.text))

    @property
    def is_address(self) -> bool:
        return bool(ADDRESS.match(self.text))

    def is_kind(self, *kinds: str) -> bool:
        return self.kind.startswith(kinds)


@dataclass(frozen=True)
class Sentence:
    """One sentence of a part."""

    part: Part
    start: int
    end: int
    tokens: tuple[Token, ...]

    @property
    def text(self) -> str:
        return self.part.text[self.start : self.end]

    @property
    def is_readable(self) -> bool:
        return len(self.tokens) <= MOST_TOKENS

    @property
    def words(self) -> list[Token]:
        return [token for token in self.tokens if token.is_word]

    def is_bold(self, token: Token) -> bool:
        return any(start < token.end and token.start < end for start, end in self.part.bold)


def sentences(part: Part) -> Iterator[Sentence]:
    """The sentences of one part, without the space around them."""
    for start, end in _stretches(part.text):
        tokens = _tokens(part.text[start:end], start)
        if tokens:
            yield Sentence(part, start, end, tokens)


def _stretches(text):
    begin = 0
    for match in END.finditer(text):
        if match[0].strip() and _is_abbreviated(text[begin : match.end()]):
            continue
        yield from _trimmed(text, begin, match.end())
        begin = match.end()
    yield from _trimmed(text, begin, len(text))


def _trimmed(text, start, end):
    stretch = text[start:end]
    if stretch.strip():
        left = len(stretch) - len(stretch.lstrip())
        yield start + left, start + len(stretch.rstrip())


def _is_abbreviated(text):
    last = LAST_WORD.search(text)
    return bool(last) and (bool(NO_END.fullmatch(last[1].lstrip("(„"))) or last[1] in _dotted())


@lru_cache
def _dotted():
    """The last pieces of abbreviations after which a sentence goes on."""
    ends_sentence = {"usw.", "etc."}
    pieces = {name.split()[-1] for name in pairs("abbreviations") if name.endswith(".")}
    glued = {name.replace(" ", "") for name in pairs("abbreviations") if name.endswith(".")}
    first = {piece for name in pairs("abbreviations") if name.endswith(".") for piece in name.split()}
    return (pieces | glued | first) - ends_sentence


def _tokens(text, offset):
    found = list(TOKEN.finditer(text))
    is_language = found and len(found) <= MOST_TOKENS
    kinds = tagged(tuple(match[0] for match in found)) if is_language else [("", "XY")] * len(found)
    return tuple(
        Token(match[0], offset + match.start(), offset + match.end(), lemma, kind)
        for match, (lemma, kind) in zip(found, kinds, strict=True)
    )
