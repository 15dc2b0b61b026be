"""Which dates people were told of are not so any more, and who has to know."""

from collections import defaultdict
from dataclasses import dataclass
from functools import reduce
from hashlib import sha256
from operator import or_
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from pages.events.listing import open_dates
from pages.events.models import Occurrence
from pages.mailings.models import WAITING, Delivery
from pages.mailings.models import State as Mail
from pages.newsletters.corrections.dates import Fact, difference, rows_of
from pages.newsletters.models import Told
from pages.subscribers.models import Subscriber

READ_IT = [Mail.SENT]
KNOW_IT = [Mail.SENT, Mail.UNCERTAIN, *WAITING]
"""Who has read it, may have read it, or is about to: mail on its way says what it said when it began."""


@dataclass(frozen=True)
class Change:
    """One date: what it has become, how it is now, as it was told by which mailings, which are right."""

    kind: str
    date: Occurrence
    wrong: tuple[Told, ...]
    right: tuple[Told, ...]

    @property
    def was(self):
        """As it was told last."""
        return self.wrong[0]

    def concerned(self):
        """Those who read of it as it is not, and have not read the truth since: a condition."""
        wanted = Q(pk__in=[])
        for each in self.wrong:
            later = [true.mailing_id for true in self.right if _made(true) > _made(each)]
            misled = _got([each.mailing_id], KNOW_IT)
            wanted |= misled & ~_got(later, READ_IT) if later else misled
        return wanted


@dataclass(frozen=True)
class Correction:
    """All that has changed of one event since people were told of it."""

    event: UUID
    changes: tuple[Change, ...]

    @property
    def occasion(self):
        """The same for the same changes, and another one when a date changes again."""
        told = [
            (each.pk, each.version, Fact.of(change.date).stable)
            for change in self.changes
            for each in change.wrong
        ]
        return sha256(repr(sorted(told)).encode()).hexdigest()

    @property
    def issue(self):
        """The page of the issue that told of it last; None if that is deleted."""
        return max((each for change in self.changes for each in change.wrong), key=_made).mailing.page

    @property
    def page(self):
        """The original of the event."""
        return self.changes[0].date.page

    def recipients(self):
        """Those who still subscribe, were told of one of the dates, and have not read the truth since."""
        wanted = reduce(or_, (change.concerned() for change in self.changes))
        return Subscriber.objects.confirmed().filter(wanted)


def corrections(now, issue=None) -> list[Correction]:
    """What has changed of dates that were still to come when told; of one issue's, if it is named.

    Two queries, and two more where anything was told. Only of events that everybody may read of.
    """
    told = Told.objects.filter(starts__gt=now).select_related("mailing__page")
    by_name = defaultdict(list)
    for each in told.order_by("-mailing__made_at", "-pk"):
        by_name[each.event, each.original].append(each)
    rows = rows_of(by_name.keys(), open_dates()) if by_name else {}
    by_event = defaultdict(list)
    for (event, _original), row in sorted(rows.items(), key=lambda pair: pair[1].original):
        if change := _change(row, by_name[event, row.original]):
            by_event[event].append(change)
    found = [Correction(event, tuple(changes)) for event, changes in by_event.items()]
    return [each for each in found if issue is None or _is_about(each, issue)]


def correction_of(event, now) -> Correction | None:
    """That of one event, if there is something to correct."""
    return next((each for each in corrections(now) if each.event == event), None)


def _change(row, told):
    fact = Fact.of(row)
    kinds = {each.pk: difference(Fact.of(each), fact) for each in told}
    wrong = [each for each in told if kinds[each.pk] and each.dismissed != fact.mark]
    if not wrong:
        return None
    right = [each for each in told if not kinds[each.pk]]
    return Change(kinds[wrong[0].pk], row, tuple(wrong), tuple(right))


def _got(mailings, states):
    """That somebody has a mail of one of these: by the same row, or under the same address as before."""
    mails = Delivery.objects.filter(mailing__in=mailings, state__in=states)
    return Q(Exists(mails.filter(subscriber=OuterRef("pk")))) | Q(Exists(mails.filter(key=OuterRef("key"))))


def _is_about(correction, issue):
    return any(each.mailing.page_id == issue.pk for change in correction.changes for each in change.wrong)


def _made(told):
    return told.mailing.made_at, told.pk
