"""PURE  A returned mail, taken apart (RFC 3464): to whom it came back, and what became of the first one.

It is known by the type of one of its parts, never by its subject, and not by the type of the whole either:
OpenSMTPD sends the reports of RFC 3464 in a plain multipart/mixed. What is no report says nothing.
"""

import re
from dataclasses import dataclass
from email import message_from_bytes

LONGEST = 256 * 1024
"""Bytes that are looked at: the report stands before the mail that comes back with it."""

SENT_TO = ("To", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To")
ACTION = re.compile(r"(?im)^Action:\s*([a-z]+)")
STATUS = re.compile(r"(?im)^Status:\s*([245]\.\d{1,3}\.\d{1,3})")
DIAGNOSIS = re.compile(r"(?im)^Diagnostic-Code:\s*(.{1,900}(?:\n[ \t].{1,900}){0,5})")
OURS_TO_SOLVE = ("5.3.4", "5.7.")
"""Too large, or refused by a rule of theirs: that is not about the address."""


@dataclass(frozen=True)
class Report:
    """`addresses`: where it was sent to. `action`: failed, delayed, delivered, relayed or expanded."""

    addresses: tuple[str, ...]
    action: str
    status: str
    words: str

    @property
    def is_final(self):
        """Whether the mail did not arrive, and will not."""
        return self.action == "failed"

    @property
    def is_hard(self):
        """Whether another mail to this address would fare no better."""
        return self.is_final and self.status.startswith("5") and not self.status.startswith(OURS_TO_SOLVE)


def read(raw: bytes) -> Report | None:
    """The report in a mail; None where there is none, or where nobody can make sense of it."""
    try:
        mail = message_from_bytes(raw[:LONGEST])
        addresses = tuple(str(value) for name in SENT_TO for value in mail.get_all(name, []))
        for part in mail.walk():
            if part.get_content_type() == "message/delivery-status":
                return _report(addresses, part.as_bytes().decode("ascii", "replace").replace("\r\n", "\n"))
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError):
        return None  # made to be unreadable
    return None


def _report(addresses, text):
    blocks = [block for block in re.split(r"\n[ \t]*\n", text) if ACTION.search(block)]
    if not blocks:
        return None
    block = next((block for block in blocks if ACTION.search(block)[1].lower() == "failed"), blocks[0])
    status, words = STATUS.search(block), DIAGNOSIS.search(block)
    return Report(
        addresses=addresses,
        action=ACTION.search(block)[1].lower(),
        status=status[1] if status else "",
        words=" ".join(words[1].split())[:200] if words else "",
    )
