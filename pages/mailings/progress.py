"""How far mailings are, in numbers."""

from dataclasses import dataclass

from django.db.models import Count

from pages.mailings.models import WAITING, Delivery, State


@dataclass(frozen=True)
class Counts:
    """So many mails of one mailing; `bounced` were sent and came back."""

    sent: int = 0
    waiting: int = 0
    failed: int = 0
    uncertain: int = 0
    dropped: int = 0
    bounced: int = 0

    @property
    def total(self):
        return self.sent + self.waiting + self.failed + self.uncertain + self.dropped + self.bounced


@dataclass(frozen=True)
class Reason:
    """Why so many mails failed, came back or wait for another try: the server's code and words."""

    state: str
    code: str
    words: str
    count: int


def counts(mailing) -> Counts:
    """The numbers of one mailing."""
    return counts_of([mailing])[mailing.pk]


def counts_of(mailings) -> dict[int, Counts]:
    """The numbers of several, by one query."""
    told = {mailing.pk: dict(mailing.tally) for mailing in mailings}
    rows = Delivery.objects.filter(mailing__in=told).order_by().values_list("mailing", "state")
    for mailing, state, count in rows.annotate(count=Count("pk")):
        told[mailing][state] = told[mailing].get(state, 0) + count
    return {mailing: _counts(by_state) for mailing, by_state in told.items()}


def _counts(by_state):
    waiting = sum(by_state.pop(state, 0) for state in WAITING)
    return Counts(waiting=waiting, **{state: count for state, count in by_state.items() if state in State})


def reasons(mailing) -> list[Reason]:
    """What went wrong how often, the most frequent first. A mail that waits for another try counts too."""
    troubled = Delivery.objects.filter(mailing=mailing).exclude(trouble="").order_by()
    grouped = troubled.values_list("state", "code", "trouble").annotate(count=Count("pk"))
    return [Reason(*row) for row in grouped.order_by("-count", "code", "trouble")[:50]]
