"""Why a message was not taken in, in words for the person who wrote it. None of them loses what was typed."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from pages.enquiries.intake.ticket import Ticket
from pages.noting import note
from pages.outage import cause_of, let_go

TOO_LARGE = _(
    "Nothing was sent: it was too much, more than 12 MB together or a very long text. Please go back, "
    "your text is still there, and send less at once."
)
GARBLED = _("Nothing was sent: what arrived here could not be read. Please try again.")
FROM_ELSEWHERE = _(
    "Not sent yet: it did not come from this page. Please check it, and press the button again."
)
TRAPPED = _(
    "Not sent yet: something stood in a field that people do not see. Programs fill it in, sometimes a "
    "browser does. We have emptied it; please press the button again."
)
TOO_LATE = _("Not sent yet: the form was open for very long. Please check it, and press the button again.")
TOO_QUICK = _(
    "Not sent yet: that was so fast that it could have been a program. Please press the button again."
)
TOO_MUCH = _("Not sent: a lot has come from your connection already. Please try again later, or call us.")
NOT_NOW = _(
    "Not sent: something behind our website does not answer right now. What you wrote is kept on this page. "
    "Please leave it open, and press the button again in a few minutes. However often you press, it arrives "
    "only once."
)
OTHER_WORDS = _(
    "You have sent this form already, with other words. If you want to send this as well, "
    "please press the button again."
)


def hindered_by(fault) -> "Hindrance":
    """What a sender is told where something that the house stands on is gone; any other fault is raised."""
    cause = cause_of(fault)
    if cause is None:
        raise fault
    note(cause, fault)
    let_go()
    return Hindrance(NOT_NOW, 503)


@dataclass
class Hindrance(Exception):  # noqa: N818 (it is told to the reader, not to a log)
    """Why a message was not taken in, in words for the reader."""

    why: str
    status: int = 422
    ticket: Ticket | None = None
    data: object = None
    """What could be read of the post, where that is known."""
