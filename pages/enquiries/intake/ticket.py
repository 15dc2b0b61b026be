"""What a form carries in place of a cookie: signed, with its time, good for one message."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from django.core import signing
from django.utils import timezone

SALT = "pages.enquiries.ticket"
QUICKEST, LONGEST = timedelta(seconds=3), timedelta(hours=24)
TO_THE_SECOND = timedelta(seconds=1)


@dataclass(frozen=True)
class Ticket:
    """When the form was opened, and a number that it is recognised by."""

    number: str
    page: int
    opened_at: datetime

    @classmethod
    def new(cls, page, now=None, at_once=False):
        """For a page in any language; `at_once` for somebody who has just been reading it."""
        opened = (now or timezone.now()) - (QUICKEST if at_once else TO_THE_SECOND * 0)
        return cls(secrets.token_hex(12), page.original.pk or 0, opened)

    @classmethod
    def read(cls, signed, page):
        """The ticket that was signed for this page, or None for anything else."""
        try:
            number, key, opened = signing.loads(signed, salt=SALT)
            ticket = cls(
                str(number), int(key), datetime.fromtimestamp(opened, tz=timezone.get_default_timezone())
            )
        except (signing.BadSignature, ValueError, TypeError, OverflowError):
            return None
        return ticket if ticket.page == page.original.pk else None

    @cached_property
    def signed(self):
        return signing.dumps([self.number, self.page, self.opened_at.timestamp()], salt=SALT)

    def is_too_quick(self, now):
        return now - self.opened_at < QUICKEST

    def has_expired(self, now):
        return now - self.opened_at > LONGEST
