"""What happens in the period of an issue: each event once, the rare ones before those of every week."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Min, Q
from django.utils.translation import gettext as _

from blocks.in_full import without_bricks
from pages.events.choices import State
from pages.events.days import begin_of
from pages.events.listing import open_dates
from pages.events.models import EventPage, Occurrence
from pages.newsletters.timing import A_DAY, dates

MOST = 40
TICKED = 12
"""More make a letter that nobody reads to the end; what is rare is ticked first."""


@dataclass(frozen=True)
class Coming:
    """One event with its dates in the period, and why it is proposed."""

    page: EventPage
    dates: tuple[Occurrence, ...]
    why: str
    is_ticked: bool


def events(near, since: datetime, first: date, last: date, now: datetime) -> list[Coming]:
    """The events of these days in the order of their first dates."""
    counted = _counted(near, first, last)
    pages = EventPage.objects.filter(pk__in=[row["page"] for row in counted])
    pages = {page.pk: page for page in without_bricks(pages)}
    rows = [row for row in counted if row["page"] in pages]
    when = dates([row["event"] for row in rows], first, last, now) if rows else {}
    rank = sorted(
        (row for row in rows if row["taking_place"]), key=lambda row: _rank(row, pages[row["page"]], since)
    )
    ticked = {row["event"] for row in rank[:TICKED]}
    return [
        Coming(
            pages[row["page"]],
            tuple(when.get(row["event"], ())),
            _why(pages[row["page"]], when.get(row["event"], ()), since),
            row["event"] in ticked,
        )
        for row in sorted(rows, key=lambda row: (row["starts"], row["page"]))
    ]


def _counted(near, first, last):
    """How often each event takes place; where there are too many, the rare ones. One query."""
    found = open_dates(near).filter(page__isnull=False).between(begin_of(first), begin_of(last + A_DAY))
    found = (
        found.order_by()
        .values("event", "page")
        .annotate(
            dates=Count("pk"),
            taking_place=Count("pk", filter=Q(state=State.SCHEDULED)),
            starts=Min("starts"),
        )
    )
    return list(found.order_by("dates", "starts", "page")[:MOST])


def _rank(row, page, since):
    return not _is_new(page, since), row["dates"], row["starts"], row["page"]


def _is_new(page, since):
    return page.first_published_at is not None and page.first_published_at > since


def _why(page, rows, since):
    """What is news about it; nothing for what takes place as always."""
    lately = [row for row in rows if row.changed_at > since]
    if any(row.state != State.SCHEDULED for row in lately):
        return _("a date is cancelled or postponed")
    if any(row.is_moved for row in lately):
        return _("a date is moved")
    return _("new") if _is_new(page, since) else ""
