"""A draft that lies ready a week before the month begins, made once, whoever else is at work."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page
from wagtail.permissions import policy_registry

from blocks.originals import originals
from pages.events.spoken import local
from pages.newsletters.beginning import begin
from pages.newsletters.models import NewsletterIndexPage, NewsletterPage, Preparation
from pages.newsletters.periods import next_month

AHEAD = timedelta(days=7)


def prepare_due(now: datetime | None = None) -> int:
    """A draft for the next month below each newsletter that wants one; how many were made."""
    now = now or timezone.now()
    today = local(now).date()
    first, _last = next_month(today)
    if today < first - AHEAD:
        return 0
    wanted = originals(NewsletterIndexPage.objects.live()).filter(prepares_drafts=True)
    return sum(prepare(index, first, now) for index in wanted)


@transaction.atomic
def prepare(index, month: date, now):
    """Whether a draft was made: none where there was one, or where somebody has begun an issue already."""
    preparation, is_first = Preparation.objects.get_or_create(index=index, month=month)
    if not is_first or index.issues.filter(first_day=month).exists():
        return False
    preparation.issue = begun(index, now, month)
    preparation.save()
    return True


def begun(index, now: datetime, first: date | None = None) -> NewsletterPage:
    """A new issue below the newsletter, as a draft that has already written itself."""
    issue = NewsletterPage(live=False, locale=index.locale)
    begin(issue, index, now, first)
    index.add_child(instance=issue)
    issue.save_revision(log_action=True)
    return issue


def waiting(user):
    """The prepared drafts that nobody has published yet, of those that a user may change: a queryset."""
    may_change = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    found = NewsletterPage.objects.filter(preparation__isnull=False, live=False, first_published_at=None)
    return found.filter(pk__in=may_change.values("pk")).order_by("-preparation__month")
