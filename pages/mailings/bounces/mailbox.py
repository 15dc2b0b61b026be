"""The mailbox for what comes back. What is understood is deleted there; the rest is left for a person."""

import imaplib
import ssl
from contextlib import contextmanager, suppress
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.utils import timezone

from pages.mailings.bounces.noting import note
from pages.mailings.bounces.reading import LONGEST

AT_ONCE = 500
PATIENCE = 60
"""Seconds for each answer."""


def read_mailbox(now=None):
    """Note what has come back since. How many reports that were."""
    if not settings.BOUNCE_MAILBOX:
        return 0
    now, count = now or timezone.now(), 0
    with _opened(urlsplit(settings.BOUNCE_MAILBOX)) as box:
        for number in _found(box)[:AT_ONCE]:
            is_report = note(_mail(box, number), now)
            box.uid("STORE", number, "+FLAGS", r"(\Seen \Deleted)" if is_report else r"(\Seen)")
            count += is_report
        box.expunge()
    return count


@contextmanager
def _opened(address):
    """Signed in, with its folder open."""
    trusted = ssl.create_default_context()
    if address.scheme == "imaps":
        box = imaplib.IMAP4_SSL(address.hostname, address.port or 993, ssl_context=trusted, timeout=PATIENCE)
    else:
        box = imaplib.IMAP4(address.hostname, address.port or 143, timeout=PATIENCE)
        if "STARTTLS" in box.capabilities:
            box.starttls(trusted)
    try:
        box.login(unquote(address.username or ""), unquote(address.password or ""))
        folder = unquote(address.path.strip("/")) or "INBOX"
        quoted = folder.replace("\\", r"\\").replace('"', r"\"")
        told, words = box.select(f'"{quoted}"')
        if told != "OK":
            raise imaplib.IMAP4.error(words)
        yield box
    finally:
        with suppress(imaplib.IMAP4.error, OSError):
            box.logout()


def _found(box):
    _told, [numbers] = box.uid("SEARCH", "UNSEEN")
    return [number.decode() for number in (numbers or b"").split()]


def _mail(box, number):
    """Its beginning; reading does not mark it as read."""
    _told, answer = box.uid("FETCH", number, f"(BODY.PEEK[]<0.{LONGEST}>)")
    return next((part[1] for part in answer if isinstance(part, tuple)), b"")
