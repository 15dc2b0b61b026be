"""What lies in the mailbox: the newest first, found by words of their headers, taken apart without trust."""

import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.errors import HeaderParseError, MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses
from functools import cached_property
from pathlib import Path

from quartier.demo.mailbox.filing import folder

HEADERS = ("Subject", "From", "To", "Date", "Reply-To", "List-Unsubscribe", "List-Id", "Auto-Submitted")
MOST_BYTES = 5 * 1024 * 1024
HEAD_BYTES = 16 * 1024
LOOKED_THROUGH = 5000
NAME = re.compile(r"(?P<second>\d{1,12})\.(?:M(?P<part>\d{1,6}))?[\w.-]{0,200}", re.ASCII)
END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
UNREADABLE = (LookupError, ValueError, MessageError, RecursionError, AttributeError, TypeError)
"""What Python's parser has been seen to raise on mails that others made up."""


@dataclass(frozen=True)
class Filed:
    """One mail in the folder. Nothing in it is believed: any header may be missing, any part be nonsense."""

    name: str

    @property
    def path(self) -> Path:
        return folder() / "new" / self.name

    @property
    def came(self):
        return datetime.fromtimestamp(int(NAME.fullmatch(self.name)["second"]), UTC)

    @cached_property
    def head(self) -> Message:
        return _parsed(END_OF_HEAD.split(self._bytes(HEAD_BYTES), maxsplit=1)[0] + b"\n\n")

    @cached_property
    def whole(self) -> Message:
        return _parsed(self._bytes(MOST_BYTES))

    def _bytes(self, most):
        """The beginning of it; nothing where somebody has taken it away meanwhile."""
        try:
            with self.path.open("rb") as file:
                return file.read(most)
        except FileNotFoundError:
            return b""

    def header(self, name) -> str:
        return _decoded(self.head.get(name, ""))

    @property
    def subject(self):
        return self.header("Subject")

    @property
    def to(self):
        return self.header("To")

    @property
    def recipients(self) -> set[str]:
        """All addresses that it names as recipients."""
        named = [self.header(header) for header in ("To", "Cc", "Bcc")]
        return {address.lower() for _name, address in getaddresses(named) if address}

    @property
    def headers(self) -> list[tuple[str, str]]:
        return [(name, self.header(name)) for name in HEADERS if self.header(name)]

    @cached_property
    def text(self) -> str:
        return self._part("text/plain")

    @cached_property
    def html(self) -> str:
        return self._part("text/html")

    def _part(self, kind):
        try:
            parts = [part for part in self.whole.walk() if part.get_content_type() == kind]
        except UNREADABLE:
            return ""
        return _words(parts[0]) if parts else ""


def newest_first(query="") -> list[Filed]:
    """All, or those of the last thousands whose subject or recipient has the words."""
    names = sorted(filter(NAME.fullmatch, _names()), key=_age, reverse=True)
    mails = [Filed(name) for name in names]
    wanted = query.casefold()
    if not wanted:
        return mails
    return [mail for mail in mails[:LOOKED_THROUGH] if wanted in f"{mail.subject}\n{mail.to}".casefold()]


def named(name) -> Filed | None:
    """The mail with this name, if there is one; never a file elsewhere."""
    return Filed(name) if NAME.fullmatch(name) and (folder() / "new" / name).is_file() else None


def _names():
    try:
        return os.listdir(folder() / "new")  # noqa: PTH208 (thousands of names, not of paths)
    except FileNotFoundError:
        return []


def _age(name):
    found = NAME.fullmatch(name)
    return int(found["second"]), int(found["part"] or 0), name


def _parsed(content):
    try:
        return message_from_bytes(content)
    except UNREADABLE:
        return Message()


def _decoded(value):
    try:
        return str(make_header(decode_header(value)))
    except (*UNREADABLE, HeaderParseError):
        return str(value)


def _words(part):
    try:
        content = part.get_payload(decode=True) or b""
        return content.decode(part.get_content_charset() or "utf-8", "replace")
    except UNREADABLE:
        return (part.get_payload(decode=True) or b"").decode("utf-8", "replace")
