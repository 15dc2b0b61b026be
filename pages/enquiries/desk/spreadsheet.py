"""Answers in a CSV file that a spreadsheet opens: as text, never as a formula.

A cell that begins with one of = + - @ is computed, and what strangers typed could fetch addresses or start
programs (OWASP, "CSV injection"). An apostrophe in front makes it text. That holds for phone numbers too:
unguarded, +49-30-123 would become -104, and +4930123 would lose its plus; guarded, every digit can be read.
Which sign separates cells depends on the country, so what follows any of them counts as a beginning.
"""

import re

from django.utils import timezone
from django.utils.formats import date_format

BEGINNING = re.compile(r"(^|[;,|\t\r\n]\s*\"?\s*)(?=[=+\-@\t\r＝＋－＠])")
MARK = "\ufeff"
"""Tells spreadsheets that the file is UTF-8."""


def harmless(text):
    """The same text, as no spreadsheet computes it."""
    return BEGINNING.sub(r"\1'", text) if isinstance(text, str) else text


def by_our_clock(moment, as_text):
    """When something came in, as the clock of the house had it: spreadsheets know no time zones."""
    local = timezone.localtime(moment)
    return date_format(local, "SHORT_DATETIME_FORMAT") if as_text else timezone.make_naive(local)
