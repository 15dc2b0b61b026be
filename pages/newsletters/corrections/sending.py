"""A correction is sent once for each change; or a person says that it is not worth a mail."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from pages.mailings.models import Purpose
from pages.mailings.starting import start
from pages.newsletters.composing.writing import centre_of
from pages.newsletters.corrections.dates import Fact
from pages.newsletters.corrections.writing import write
from pages.newsletters.models import Told


class MovedOnError(Exception):
    """Somebody has sent it meanwhile, or the date has changed again."""


def contents_of(correction, now):
    """What it says in every language of the house."""
    centre = centre_of(correction.page)
    return {code: write(correction, code, centre, now) for code in centre.spoken}


def send(correction, *, user=None, now=None):
    """The mailing to all who were told otherwise. Raises MovedOnError: of two who send, one does."""
    now = now or timezone.now()
    contents = contents_of(correction, now)
    recipients = correction.recipients()
    name = next(iter(contents.values())).subject
    with transaction.atomic():
        mailing = start(
            correction.issue,
            contents,
            recipients,
            name=name,
            purpose=Purpose.CORRECTION,
            user=user,
            now=now,
            occasion=correction.occasion,
        )
        _now_they_know(correction)
    return mailing


def _now_they_know(correction):
    for change in correction.changes:
        true = {
            "state": change.date.state,
            "starts": change.date.starts,
            "ends": change.date.ends,
            "is_whole_day": change.date.is_whole_day,
            "room": change.date.room_id,
        }
        for each in change.wrong:
            there = Told.objects.filter(pk=each.pk, version=each.version)
            if not there.update(**true, version=F("version") + 1, dismissed=""):
                raise MovedOnError


def dismiss(correction) -> int:
    """Say nothing of these changes; if a date changes once more, that is proposed again."""
    return sum(
        Told.objects.filter(pk__in=[each.pk for each in change.wrong], version=change.was.version).update(
            dismissed=Fact.of(change.date).mark
        )
        for change in correction.changes
    )
