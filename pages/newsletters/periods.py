"""For which days an issue is, and since when something counts as new."""

from calendar import monthrange
from datetime import date, datetime, timedelta

from django.db.models import Max

from pages.events.spoken import local
from pages.mailings.models import Mailing, Purpose

A_MONTH = timedelta(days=31)
"""So far back reaches the first issue, before which there was none."""


def next_month(today: date) -> tuple[date, date]:
    """The first and the last day of the calendar month after a day."""
    first = (today.replace(day=1) + A_MONTH).replace(day=1)
    return first, first.replace(day=monthrange(first.year, first.month)[1])


def next_to_tell(index, now: datetime) -> date:
    """The first day of the next month that no published issue has told of yet. One query."""
    first, last = next_month(local(now).date())
    published = index.original.issues.filter(first_published_at__lte=now, last_day__gte=last)
    told = published.aggregate(until=Max("last_day"))["until"]
    return next_month(told)[0] if told else first


def period(issue, now: datetime) -> tuple[date, date]:
    """The days whose events an issue tells of; what is left open is taken from the next month."""
    first, last = next_month(local(now).date())
    first = issue.first_day or first
    last = issue.last_day or max(last, first.replace(day=monthrange(first.year, first.month)[1]))
    return first, max(first, last)


def last_issue_at(index, issue, now: datetime) -> datetime:
    """When the issue before this one was published or sent, whichever was later. Three queries at most."""
    others = index.issues.exclude(translation_key=issue.translation_key)
    published = others.filter(first_published_at__lte=now).aggregate(at=Max("first_published_at"))["at"]
    sent = Mailing.objects.filter(
        page__in=others.values("pk"), purpose=Purpose.ISSUE, starts_at__lte=now
    ).aggregate(at=Max("starts_at"))["at"]
    return max(filter(None, (published, sent)), default=now - A_MONTH)
