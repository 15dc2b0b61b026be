"""What stands in the mails of a slice: each language is made once, each person's own is put in."""

from typing import NamedTuple

from django.conf import settings

from pages.mailings import verp
from pages.mailings.content import Content
from pages.mailings.message import From, Mail, Printed, mark_of
from pages.mailings.models import Words
from pages.subscribers.links import token_of

KEPT = 24


class Reader(NamedTuple):
    """As much of a subscriber as makes their links."""

    pk: int
    secret: str


class Printing:
    """Keeps what was made for the last languages."""

    def __init__(self):
        self.origin, self._made = From.house(), {}

    def bytes_for(self, due, now):
        """The whole mail. Raises ValueError where it cannot be written."""
        printed, _content = self._of(due.mailing, due.language)
        return printed.to(due.address, _token(due), mark_of(due.pk), now)

    def mail_for(self, due, now):
        """The same for those who do not speak SMTP."""
        printed, content = self._of(due.mailing, due.language)
        return Mail(content, due.address, _token(due), mark=mark_of(due.pk), now=now, printed=printed)

    def return_path(self, due):
        """Where the mail comes back to."""
        return verp.sender_of(due.pk) if settings.BOUNCE_ADDRESS else self.origin.address

    def _of(self, mailing, language):
        if (mailing, language) not in self._made:
            if len(self._made) >= KEPT:
                self._made.clear()
            said = Words.objects.get(mailing=mailing, language=language)
            content = Content(said.subject, said.html, said.text)
            self._made[mailing, language] = Printed(content, language, self.origin), content
        return self._made[mailing, language]


def _token(due):
    return token_of(Reader(due.reader, due.reader_secret))
