"""Blanks in a start version: `[[name of the association]]`, to be filled by an editor, shown to nobody.

A blank begins and ends in one paragraph or list entry. Brackets that have no partner there are words.
"""

import re
from html import unescape

TAG = r"""</?[a-z](?:[^<>"']|"[^"]*"|'[^']*')*+>"""
BORDER = re.compile(
    rf"(?=</?(?:p|li|[uod]l|d[dt]|h[1-6]|div|blockquote|table|t[rdh])\b)({TAG})", re.IGNORECASE
)
TAGS = re.compile(TAG, re.IGNORECASE)
BLANK = re.compile(r"\[\[(?!\s*\]\])((?:(?!\[\[|\]\]).)+)\]\]", re.DOTALL)
TYPED = re.compile(rf"{TAG}|\[\[(?!\s*\]\])((?:{TAG}|(?!\[\[|\]\])[^<])+)\]\]", re.IGNORECASE)


def blanks(text: str) -> list[str]:
    """What is still to be filled in, in the order of the text, in plain words."""
    found = (blank for line in _lines(str(text)) for blank in BLANK.findall(_words(line)))
    return [" ".join(unescape(blank).split()) for blank in found]


def filled(text: str) -> str:
    """A plain text as it is, or nothing while a blank in it waits to be filled."""
    return "" if "[[" in text and blanks(text) else text


def has_lone_brackets(text: str) -> bool:
    """Whether somebody began a blank and did not end it, or the other way round."""
    rest = (BLANK.sub("", _words(line)) for line in _lines(str(text)))
    return any("[[" in words or "]]" in words for words in rest)


def without_blanks(html: str) -> str:
    """The text as readers may see it, without the words of each paragraph or list entry that has a blank."""
    return "".join("" if BLANK.search(_words(part)) else part for part in _parts(html))


def with_marked_blanks(html: str) -> str:
    """Clean HTML with each blank marked, for a preview; attributes are left alone."""
    return "".join(TYPED.sub(_marked, part) for part in _parts(html))


def says_something(html: str) -> bool:
    """Whether a word is left for readers."""
    return bool(_words(without_blanks(html)).replace("&nbsp;", "").strip())


def _parts(html):
    """Lines of text, and between them the tags that begin or end a paragraph, an entry or a list."""
    return BORDER.split(html) if "[[" in html or "]]" in html else [html]


def _lines(html):
    return _parts(html)[::2]


def _words(line):
    return TAGS.sub("", line)


def _marked(found):
    return f"<mark>{found[1]}</mark>" if found[1] else found[0]
