"""What can go wrong with a mail: what is known of it, and what cannot be known."""

import re
import smtplib
from enum import Enum

BROKEN = (OSError, smtplib.SMTPException)
ENHANCED = re.compile(r"[245]\.\d{1,3}\.\d{1,3}(?!\S)")


class Step(Enum):
    """How far a mail came. What goes wrong before `RECIPIENT` would go wrong for everybody."""

    CONNECTING = 1
    SENDER = 2
    RECIPIENT = 3
    CONTENT = 4


class NotSentError(Exception):
    """The server does not have it, that is certain. `for_good`: asking again would change nothing.

    `code` is what the server said in numbers: "550 5.1.1". Empty: it said nothing.
    """

    def __init__(self, why, *, for_good=False, step=Step.CONTENT, code=""):
        super().__init__(why)
        self.for_good, self.step, self.code = for_good, step, code

    @property
    def concerns_all(self):
        """Whether any other mail would have met with the same: the server wants rest, or not us."""
        return self.step in (Step.CONNECTING, Step.SENDER) or self.code.startswith("421")


class UnknownError(Exception):
    """The server had all of it, and then said nothing: it may be on its way."""


def refusal(code, words, step):
    """What the server said instead of yes."""
    said = f"{code} {words.decode(errors='replace')}" if code > 0 else "no answer"
    said = " ".join(said.split())[:200]
    enhanced = ENHANCED.search(said[:20])
    numbers = f"{code} {enhanced[0]}" if enhanced else str(code)
    return NotSentError(said, for_good=500 <= code < 600, step=step, code=numbers if code > 0 else "")


def name(broken):
    """What happened, without the words of the server: they may name people."""
    code = getattr(broken, "smtp_code", "") or getattr(broken, "errno", "") or ""
    return f"{type(broken).__name__} {code}".strip()
