"""Who gets an issue: all whom it is for and who have not had it yet."""

from django.conf import settings
from django.db.models import Count, Exists, OuterRef

from pages.mailings.models import Delivery, Mailing, Purpose, State
from pages.subscribers.models import Subscriber


def mailings_of(issue):
    """Its mailings so far, the latest first; a correction is none of them."""
    return Mailing.objects.filter(page_id=issue.pk, purpose=Purpose.ISSUE).order_by("-made_at", "-pk")


def occasion(issue) -> str:
    """What its next mailing is for: two who press the same button mean the same one."""
    count = mailings_of(issue).count()
    return str(count) if count else ""


def recipients(issue):
    """Subscribers whom the issue is for, without those who have it, may have it, or could not get it.

    One mailing that was stopped leaves those who had to wait. Rows are deleted after a while: from then on
    only those count as new who have signed up since the last mailing.
    """
    there = Subscriber.objects.reached_by(issue.for_topics.all(), issue.for_audiences.all())
    mailings = mailings_of(issue)
    if not mailings:
        return there
    had = Delivery.objects.filter(mailing__in=[each.pk for each in mailings]).exclude(state=State.DROPPED)
    fresh = there.exclude(Exists(had.filter(key=OuterRef("key"))))
    fresh = fresh.exclude(Exists(had.filter(subscriber=OuterRef("pk"))))
    if forgotten := [each.made_at for each in mailings if each.tally]:
        fresh = fresh.filter(confirmed_at__gt=max(forgotten))
    return fresh


def by_language(subscribers, languages) -> dict[str, int]:
    """How many get it in each of these languages; whoever reads another one gets that of the house."""
    counted = subscribers.order_by().values_list("language").annotate(Count("pk"))
    found = dict.fromkeys(languages, 0)
    for language, count in counted:
        found[language if language in found else settings.LANGUAGE_CODE] += count
    return found
