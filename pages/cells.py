"""PURE  Tables that go in and out as CSV: whatever wrote them can be read, and no cell is computed.

A cell that begins with one of = + - @ is computed, and what strangers typed could fetch addresses or start
programs (OWASP, "CSV injection"). An apostrophe in front makes it text. That holds for phone numbers too:
unguarded, +49-30-123 would become -104, and +4930123 would lose its plus; guarded, every digit can be read.
Which sign separates cells depends on the country, so what follows any of them counts as a beginning.
"""

import re

BEGINNING = re.compile(r"(^|[;,|\t\r\n]\s*\"?\s*)(?=[=+\-@\t\r＝＋－＠])")
MARK = "\ufeff"
"""Tells spreadsheets that the file is UTF-8."""


def harmless(text):
    """The same text, as no spreadsheet computes it."""
    return BEGINNING.sub(r"\1'", text) if isinstance(text, str) else text


def decoded(data: bytes) -> str:
    """The text of a file: UTF-8, UTF-16, or what Windows makes of it. Never fails."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
