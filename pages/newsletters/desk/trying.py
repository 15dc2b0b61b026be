"""One copy of a mail for the editor who wrote it."""

from dataclasses import replace
from datetime import timedelta

from django.utils.crypto import salted_hmac

from pages.enquiries.intake import limits
from pages.letters.dialogue import hand_over
from pages.letters.refusals import NotSentError, UnknownError
from pages.mailings.message import Mail
from pages.subscribers import links

MOST_IN = [(timedelta(minutes=10), 10), (timedelta(days=1), 60)]
PATIENCE = 10
"""Seconds for each answer of the mail server: somebody waits for the page."""


class TooManyError(Exception):
    """This person has sent enough for now."""


class NoAddressError(Exception):
    """The account has no mail address, or none that a mail can be sent to."""


def send_test(content, user, language, now):
    """To the address of `user`, at once, and to nobody else.

    Raises TooManyError, NoAddressError, or NotSentError with what the mail server said.
    """
    sender = salted_hmac("pages.newsletters.test-mail", str(user.pk), algorithm="sha256").hexdigest()
    if limits.is_over(sender, now, MOST_IN):
        raise TooManyError
    try:
        told = replace(content, subject=f"[Test] {content.subject}")
        mail = Mail(told, user.email, links.TEST, language=language, now=now)
    except ValueError:
        raise NoAddressError from None
    limits.note(sender, now)
    try:
        hand_over(mail, PATIENCE)
    except UnknownError as unknown:
        raise NotSentError(str(unknown)) from None
