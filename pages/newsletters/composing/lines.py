"""Lines of plain text, for people who read with their ears or without HTML. No framework."""

import re
from html.parser import HTMLParser
from itertools import pairwise
from textwrap import wrap

from pages.easy.sentences import ends

WIDTH = 72
SPACE = re.compile(r"[ \t\r\n\f]+")
NOT_WEB = ("mailto:", "tel:")


def wrapped(text: str, by_sentence: bool = False, indent: str = "", first: str = "") -> list[str]:
    """A paragraph in lines of at most `WIDTH` characters; an address is never broken.

    `by_sentence`: each sentence begins a line, as Leichte Sprache wants it.
    """
    text = SPACE.sub(" ", text).strip()
    cuts = [0, *(ends(text) if by_sentence else ()), len(text)]
    lines = []
    for start, end in pairwise(cuts):
        before = indent if lines else first or indent
        lines += wrap(
            text[start:end].strip(),
            WIDTH,
            initial_indent=before,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
    return lines


def underlined(title: str, sign: str) -> list[str]:
    """A heading with a line below it, as long as its longest line."""
    lines = wrapped(title)
    return [*lines, sign * min(WIDTH, max(map(len, lines), default=0))]


class ProseReader(HTMLParser):
    """Reads clean running text: paragraphs and entries of lists, each link as a number that is told below.

    `first_number` is that of its first link: numbers are not used twice in a mail.
    """

    def __init__(self, first_number=1, by_sentence=False):
        super().__init__(convert_charrefs=True)
        self.first_number, self.by_sentence = first_number, by_sentence
        self.links, self.paragraphs = [], []
        self._words, self._lists, self._href, self._link_words = [], [], "", []

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self._href, self._link_words = dict(attrs).get("href") or "", []
        elif tag == "br":
            self._words.append("\n")
        elif tag in ("ul", "ol"):
            self._end()
            self._lists.append([tag, 0])
        elif tag in ("p", "li"):
            self._end()
            if tag == "li" and self._lists:
                self._lists[-1][1] += 1

    def handle_endtag(self, tag):
        if tag == "a":
            self._end_link()
        elif tag in ("p", "li"):
            self._end(is_entry=tag == "li")
        elif tag in ("ul", "ol"):
            self._end()
            del self._lists[-1:]

    def handle_data(self, data):
        self._words.append(SPACE.sub(" ", data))
        self._link_words.append(data)

    def close(self):
        super().close()
        self._end()

    @property
    def lines(self):
        """The text, and below it where its links lead."""
        told = [line for paragraph in self.paragraphs for line in paragraph]
        found = [f"[{number}] {href}" for number, href in enumerate(self.links, self.first_number)]
        return [*told, *([""] if told and found else []), *found]

    def _end_link(self):
        """A phone number or mail address that stands there already needs no second one."""
        href, said = self._href, "".join(self._link_words)
        if href.startswith(NOT_WEB):
            address = href.partition(":")[2]
            if address not in said.replace(" ", "") and href.startswith("mailto:"):
                self._words.append(f" ({address})")
        elif href and href != said.strip():
            self.links.append(href)
            self._words.append(f" [{self.first_number + len(self.links) - 1}]")
        self._href = ""

    def _end(self, is_entry=False):
        lines = [part for part in "".join(self._words).split("\n") if part.strip()]
        self._words = []
        if not lines:
            return
        indent = "  " * len(self._lists)
        sign = self._sign() if is_entry or self._lists else ""
        made = []
        for line in lines:
            made += wrapped(line, self.by_sentence, indent, "" if made else sign)
        is_in_list = bool(self._lists)
        if self.paragraphs and not (is_in_list and self._was_in_list):
            made = ["", *made]
        self.paragraphs.append(made)
        self._was_in_list = is_in_list

    _was_in_list = False

    def _sign(self):
        kind, number = self._lists[-1] if self._lists else ("ul", 0)
        before = "  " * (len(self._lists) - 1)
        return f"{before}{number}. " if kind == "ol" else f"{before}- "
