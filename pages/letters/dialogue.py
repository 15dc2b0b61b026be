"""One mail handed to a mail server, with an honest answer on what became of it.

Django's own sending tells a broken line before the server had the mail from one after it by nothing: then
either mails are lost or people get them twice. Here the last dot, which makes the server responsible
(RFC 5321, 4.1.1.4), is sent apart.
"""

import re
import select
import smtplib
from email.utils import parseaddr

from django.core.mail import get_connection
from django.core.mail.backends.smtp import EmailBackend

from pages.letters.models import NOBODY

BROKEN = (OSError, smtplib.SMTPException)
DOT_AT_THE_START = re.compile(rb"(?m)^\.")


class NotSentError(Exception):
    """The server does not have it, that is certain. `for_good`: asking again would change nothing."""

    def __init__(self, why, for_good=False):
        super().__init__(why)
        self.for_good = for_good


class UnknownError(Exception):
    """The server had all of it, and then said nothing: it may be on its way."""


def hand_over(mail, patience):
    """Give one mail to the server that is set up; `patience` in seconds for each of its answers.

    Raises NotSentError or UnknownError.
    """
    connection = get_connection(timeout=patience)
    if not isinstance(connection, EmailBackend):
        return _without_a_server(connection, mail)
    content = mail.message().as_bytes()
    try:
        connection.open()
    except BROKEN as broken:
        raise NotSentError(f"{NOBODY} {_name(broken)}") from None
    try:
        _speak(connection.connection, parseaddr(mail.from_email)[1], mail.to[0], content)
    finally:
        connection.fail_silently = True
        connection.close()


def _without_a_server(connection, mail):
    try:
        connection.send_messages([mail])
    except BROKEN as broken:
        raise NotSentError(_name(broken)) from None


def _speak(server, sender, recipient, content):
    try:
        server.ehlo_or_helo_if_needed()
        _accepted(server.mail(sender))
        _accepted(server.rcpt(recipient))
        _accepted(server.docmd("DATA"))
        server.send(DOT_AT_THE_START.sub(b"..", content))
        if select.select([server.sock], [], [], 0)[0]:
            _accepted(server.getreply())  # it has spoken or hung up before the end
    except BROKEN as broken:
        raise NotSentError(_name(broken)) from None
    try:
        server.send(b".\r\n")
        reply = server.getreply()
    except BROKEN as broken:
        raise UnknownError(_name(broken)) from None
    _accepted(reply)


def _accepted(reply):
    code, words = reply
    if not 200 <= code < 400:
        said = f"{code} {words.decode(errors='replace')}" if code > 0 else "no answer"
        raise NotSentError(" ".join(said.split())[:200], for_good=500 <= code < 600)


def _name(broken):
    """What happened, without the words of the server: they may name people."""
    code = getattr(broken, "smtp_code", "") or getattr(broken, "errno", "") or ""
    return f"{type(broken).__name__} {code}".strip()
