"""The mailbox for what comes back. What is understood is deleted there; the rest is left for a person."""

import imaplib
import re
import ssl
from base64 import b64encode
from contextlib import contextmanager, suppress
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.utils import timezone

from pages.mailings.bounces.noting import note
from pages.mailings.bounces.reading import LONGEST

AT_ONCE = 500
NOT_IN_IMAP = re.compile(r"[^ -~]+")
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
        told, words = box.select(_folder(unquote(address.path.strip("/")) or "INBOX"))
        if told != "OK":
            raise imaplib.IMAP4.error(words)
        yield box
    finally:
        with suppress(imaplib.IMAP4.error, OSError):
            box.logout()


def _folder(name):
    """Its name in the letters of IMAP (RFC 3501, 5.1.3)."""
    known = NOT_IN_IMAP.sub(
        lambda found: "&" + b64encode(found[0].encode("utf-16-be"), b"+,").decode().rstrip("=") + "-",
        name.replace("&", "&-"),
    )
    quoted = known.replace("\\", r"\\").replace('"', r"\"")
    return f'"{quoted}"'


def _found(box):
    _told, [numbers] = box.uid("SEARCH", "UNSEEN")
    return [number.decode() for number in (numbers or b"").split()]


def _mail(box, number):
    """Its beginning; reading does not mark it as read."""
    _told, answer = box.uid("FETCH", number, f"(BODY.PEEK[]<0.{LONGEST}>)")
    return next((part[1] for part in answer if isinstance(part, tuple)), b"")
