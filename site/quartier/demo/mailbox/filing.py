"""A way of sending that sends nothing: each mail becomes a file of its own, in a Maildir."""

import mailbox
from pathlib import Path

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend


def folder() -> Path:
    return settings.DATA_DIR / "mail"


def is_in_use() -> bool:
    """Whether the mail of this house ends up here."""
    return f"{__name__}.{EmailBackend.__name__}" == settings.EMAIL_BACKEND


class EmailBackend(BaseEmailBackend):
    """Several programs may file at the same time: a mail is written aside and comes in as a whole."""

    def send_messages(self, email_messages):
        contents = [mail.message().as_bytes() for mail in email_messages]
        there = _opened()
        for content in contents:
            there.add(content)
        return len(contents)


def _opened():
    """The folder with its three parts, made by us: of two that begin at once `Maildir` would stumble."""
    for part in ("tmp", "new", "cur"):
        (folder() / part).mkdir(mode=0o700, parents=True, exist_ok=True)
    return mailbox.Maildir(folder(), create=False)
