"""What a person has sent with forms, by the mail address: to be given out, or erased.

Found is what names the address as that of the sender. Whoever is only mentioned in a message is found by a
person, in “Find what somebody sent”.
"""

from django.db.models import Q

from pages.enquiries.models import Submission
from pages.mailbox import spellings


def kept(address) -> list[dict]:
    return [
        {
            "form": str(submission.page),
            "received_at": submission.submit_time,
            "about": submission.about_title,
            "answers": {entry["label"]: entry["words"] for entry in submission.entries},
            "agreed_to": submission.consent,
            "files": [file.name for file in submission.attachments.all()],
        }
        for submission in _submissions(address).select_related("page").prefetch_related("attachments")
    ]


def erase(address) -> int:
    """With the files, and the letters that tell of it."""
    found = _submissions(address)
    count = found.count()
    found.delete()
    return count


def _submissions(address):
    wanted = Q()
    for each in spellings(address):
        wanted |= Q(mail__iexact=each)
    return Submission.objects.filter(wanted)
