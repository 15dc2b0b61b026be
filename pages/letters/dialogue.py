"""One mail handed over, with an honest answer on what became of it."""

from email.utils import parseaddr

from django.core.mail import get_connection
from django.core.mail.backends.smtp import EmailBackend

from pages.letters.line import Line
from pages.letters.refusals import BROKEN, NotSentError


def speaks_smtp():
    """Whether mail goes to a mail server, and not to a file or to somebody's own interface."""
    return isinstance(get_connection(), EmailBackend)


def hand_over(mail, patience):
    """Give one mail to the server that is set up; `patience` in seconds for each of its answers.

    Raises NotSentError or UnknownError.
    """
    if not speaks_smtp():
        return _without_a_server(mail, patience)
    content = mail.message().as_bytes()
    line = Line(patience)
    try:
        line.offer(parseaddr(mail.from_email)[1], mail.to[0], len(content))
        line.go_ahead()
        line.tell(content)
        line.end()
        line.answer()
    finally:
        line.close()


def _without_a_server(mail, patience):
    try:
        get_connection(timeout=patience).send_messages([mail])
    except BROKEN as broken:
        raise NotSentError(type(broken).__name__) from None
