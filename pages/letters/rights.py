"""What the outbox knows of a person, by the mail address: to be given out, or erased."""

from django.db.models import Q

from pages.letters.models import Letter
from pages.mailbox import spellings


def kept(address) -> list[dict]:
    return [
        {
            "to": letter.to,
            "answers_to": letter.reply_to,
            "subject": letter.subject,
            "text": letter.text,
            "state": letter.get_state_display(),
            "written_at": letter.written_at,
        }
        for letter in _letters(address)
    ]


def erase(address) -> int:
    """What still waits is not sent any more."""
    return _letters(address).delete()[0]


def _letters(address):
    wanted = Q()
    for each in spellings(address):
        wanted |= Q(to__iexact=each) | Q(reply_to__iexact=each)
    return Letter.objects.filter(wanted)
