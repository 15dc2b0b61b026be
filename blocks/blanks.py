"""Blanks in a start version: `[[name of the association]]`, to be filled by an editor, shown to nobody."""

import re

BLANK = re.compile(r"\[\[(.+?)\]\]", re.S)
SMALLEST = re.compile(r"<(p|li|dd|dt|h[2-6])\b[^>]*>(?:(?!</?\1\b).)*?\[\[(?:(?!</?\1\b).)*?</\1>", re.S)
TAG = re.compile(r"<[^>]*>")


def blanks(text: str) -> list[str]:
    """What is still to be filled in, in the order of the text."""
    return [" ".join(found.split()) for found in BLANK.findall(str(text))]


def without_blanks(html: str) -> str:
    """The text as readers may see it: a paragraph or list entry with an unfilled blank is left out."""
    return BLANK.sub("", SMALLEST.sub("", html)) if "[[" in html else html


def says_something(html: str) -> bool:
    """Whether a word is left for readers."""
    return bool(TAG.sub("", without_blanks(html)).replace("&nbsp;", "").strip())
