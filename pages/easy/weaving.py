"""How a page in Leichte Sprache is set: each sentence on a line of its own, hard words explained below.

It works on the finished HTML, so nothing that a page shows can be forgotten. Only breaks and explanations
are added: not a word is changed. No framework.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from pages.easy.explaining import Explanations
from pages.easy.sentences import ends

TOKEN = re.compile(r"""<!--.*?-->|<(?:[^<>"']++|"[^"]*+"|'[^']*+')*+>|[^<]+|<""", re.S)
TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
ATTRIBUTE = re.compile(r'\s(lang|class)="([^"]*)"')
SPACE = re.compile(r"\s*")

VOID = re.compile("area|br|col|embed|hr|img|input|link|meta|source|track|wbr")
INLINE = re.compile("a|abbr|b|bdi|dfn|del|em|i|ins|mark|s|small|span|strong|sub|sup|time|u|wbr")
LEFT_ALONE = re.compile(
    "button|code|iframe|label|legend|nav|option|pre|script|select|style|summary|svg|template|textarea"
)
UNEXPLAINED = re.compile("a|caption|dt|h[1-6]|th")
EXPLAINED = {"introduction", "lead", "prose", "value__words"}
"""Classes of what is running text: only there words are explained."""


@dataclass
class Place:
    """What holds inside an element."""

    tag: str
    is_left_alone: bool = False
    is_explained: bool = False
    is_unexplained: bool = False
    is_link: bool = False


def woven(html: str, glossary: Mapping[str, str], language: str) -> str:
    """A piece of a page with breaks and explanations; parts in other languages than this are left alone."""
    return Loom(html, glossary, language).woven()


class Loom:
    """Goes through the tokens of a page once and sets one run of text after the other."""

    def __init__(self, html, glossary, language):
        self.tokens = TOKEN.findall(html)
        self.explanations, self.language = Explanations(glossary), language
        self.open, self.run = [Place("")], []
        self.added = defaultdict(list)

    def woven(self):
        for number, token in enumerate(self.tokens):
            if tag := TAG.match(token):
                self._tag(number, token, is_end=bool(tag[1]), name=tag[2].lower())
            elif not token.startswith("<!") and not self.open[-1].is_left_alone:
                self.run.append((number, self.open[-1]))
        self.tokens.append("")
        self._set(len(self.tokens) - 1)
        return "".join(_with(token, self.added.get(number, ())) for number, token in enumerate(self.tokens))

    def _tag(self, number, token, is_end, name):
        if not INLINE.fullmatch(name):
            self._set(number)
        if is_end:
            self._close(name)
        elif not VOID.fullmatch(name) and not token.endswith("/>"):
            self.open.append(self._place(token, name))

    def _close(self, name):
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].tag == name:
                del self.open[depth:]
                return

    def _place(self, token, name):
        around, said = self.open[-1], dict(ATTRIBUTE.findall(token))
        is_other = said.get("lang", self.language) != self.language
        return Place(
            name,
            is_left_alone=around.is_left_alone or bool(LEFT_ALONE.fullmatch(name)) or is_other,
            is_explained=around.is_explained or bool(EXPLAINED & set(said.get("class", "").split())),
            is_unexplained=around.is_unexplained or bool(UNEXPLAINED.fullmatch(name)),
            is_link=around.is_link or name == "a",
        )

    def _set(self, number):
        """Break the run of text that ends before the token `number`, and explain its words."""
        run, self.run = self.run, []
        text = "".join(self.tokens[part] for part, _place in run)
        if not text.strip():
            return
        told, late = self._explained(run, text), []
        for end in ends(text):
            part, place, offset = self._part_at(run, end + len(SPACE.match(text, end)[0]))
            words = told.pop(end, [])
            if place.is_link:
                late, words = [*late, *words], []
            self.added[part].append((offset, self._told(words) or "<br>"))
        for words in told.values():
            late += words
        if late:
            self._close_run(number, late)

    def _close_run(self, number, words):
        """What is explained below the last sentence, which takes the place of a break."""
        self.added[number].append((0, self._told(words)))
        if self.tokens[number].lower().startswith("<br"):
            self.tokens[number] = ""

    def _explained(self, run, text):
        """Mark the words that are explained; gives them by the end of their sentence."""
        told, start, breaks = defaultdict(list), 0, ends(text)
        for part, place in run:
            piece = self.tokens[part]
            if place.is_explained and not place.is_unexplained:
                for use in self.explanations.first_uses(piece):
                    self.added[part] += [(use.start, "<dfn>"), (use.end, "</dfn>")]
                    end = next((each for each in breaks if each > start + use.start), len(text))
                    told[end].append(use.word)
            start += len(piece)
        return told

    def _part_at(self, run, at):
        """In which part of a run a place of its text is, and where in it."""
        for part, place in run:
            if at <= len(self.tokens[part]):
                return part, place, at
            at -= len(self.tokens[part])
        raise IndexError(at)

    def _told(self, words):
        return "".join(_explanation(word, self.explanations.told[word]) for word in words)


def _with(token, added):
    for offset, html in sorted(added, key=lambda each: each[0], reverse=True):
        token = token[:offset] + html + token[offset:]
    return token


def _explanation(word, text):
    cuts = [0, *ends(text), len(text)]
    lines = [text[start:end].strip() for start, end in pairwise(cuts)]
    return f'<span class="explained"><b>{word}</b>: {"<br>".join(lines)}</span>'
