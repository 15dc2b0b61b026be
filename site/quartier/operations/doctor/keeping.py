"""The newest examination is kept, so that nobody waits for it and every administrator reads the same."""

from contextlib import suppress
from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import override

from quartier.operations.doctor.finding import State
from quartier.operations.models import Examination

FRESH = timedelta(minutes=5)


def keep(visits, now=None) -> Examination:
    """In the place of the one before. Where nothing can be written it is only answered."""
    newest, now = latest() or Examination(), now or timezone.now()
    newest.found = [row for visit in visits for row in _rows(visit, newest.found, now)]
    newest.taken_at = now
    with suppress(DatabaseError), transaction.atomic():
        newest.save()
    return newest


def latest() -> Examination | None:
    return Examination.objects.order_by("-taken_at").first()


def is_fresh(examination, now):
    return bool(examination) and timedelta() <= now - examination.taken_at < FRESH


def broken(examination) -> list[dict]:
    """What was broken then; nothing where nobody has looked yet."""
    return [row for row in (examination.found if examination else []) if row["state"] == State.BROKEN]


def _rows(visit, before, now):
    """For what there was no time, what was found before still counts, with the time at which it was."""
    if visit.is_cut_short and (earlier := [row for row in before if row["concern"] == visit.concern.name]):
        return earlier
    return [_row(visit, finding, now) for finding in visit.findings]


def _row(visit, finding, now):
    return {
        "concern": visit.concern.name,
        "state": int(finding.state),
        "name": finding.name,
        "where": finding.where,
        "at": now.isoformat(),
        "says": _spoken(lambda: finding.sentence),
        "do": _spoken(lambda: finding.remedy),
    }


def _spoken(words):
    """In every language of the editor's side."""
    told = {}
    for code, _name in settings.WAGTAILADMIN_PERMITTED_LANGUAGES:
        with override(code):
            told[code] = words()
    return told


def in_own(told, language):
    """What was kept, in a language; in the house's own where it was not said in that."""
    return told.get(language) or told.get(settings.LANGUAGE_CODE, "")
