"""Text of strangers as plain text that cannot play tricks. No database, no request."""

import re
from html import unescape
from urllib.parse import urlsplit

ELLIPSIS = "…"
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"
    "\ud800-\udfff\ufdd0-\ufdef\U000e0000-\U000e007f]"
)
"""Controls, what turns the reading direction round, what nobody sees: nothing that a language needs."""

BREAKS = re.compile(r"<(?:br|/p|/div|/li|/h[1-6])\b[^<>]{0,200}>", re.I)
TAGS = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*")
IN_ADDRESS = re.compile(r"[\x21-\x7e\u00a1-\ud7ff\uf900-\ufdcf]+")
LONGEST_ADDRESS, LONGEST_CODE = 500, 10


def line(text: str, longest: int) -> str:
    """On one line, cut where it is too long, and one sees that."""
    return cut(" ".join(_plain(text).split()), longest)


def paragraphs(text: str, longest: int) -> str:
    """With its line breaks, never more than one empty line in a row."""
    lines = (" ".join(each.split()) for each in _plain(text).replace("\r", "\n").split("\n"))
    return cut(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip(), longest)


def cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + ELLIPSIS


def address(text: str) -> str:
    """An http(s) address that may be linked, or nothing."""
    text = text.strip()
    if len(text) > LONGEST_ADDRESS or not IN_ADDRESS.fullmatch(text) or UNSEEN.search(text) or "\\" in text:
        return ""
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return ""
    return text if parts.scheme in ("http", "https") and host and "@" not in parts.netloc else ""


def language(code: str) -> str:
    """The code of a language, or nothing."""
    code = code.strip()
    return code.lower() if len(code) <= LONGEST_CODE and LANGUAGE.fullmatch(code) else ""


def _plain(text):
    if "<" in text:
        text = TAGS.sub("", BREAKS.sub("\n", text))
    return UNSEEN.sub("", unescape(text) if "&" in text else text)
