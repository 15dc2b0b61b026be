"""What editors have given a time: published when it begins, withdrawn when it ends.

Wagtail has a command for that, in which the fault of one page stops all others.
"""

import logging

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from quartier.page_cache.lifetime import planned

log = logging.getLogger(__name__)


def publish_due() -> int:
    """Withdraw what is over and publish what has begun; answers how many. A fault stops no other."""
    now = timezone.now()  # Wagtail itself looks at the clock, too
    return sum([*map(_withdrawn, _over(now)), *map(_published, _begun(now))])


def next_due(now):
    """The next moment at which there is something to do here; None if nothing is planned."""
    return min(filter(None, planned(now)), default=None)


def _over(now):
    """Pages, and whatever else has drafts."""
    kinds = [kind for kind in apps.get_models() if issubclass(kind, DraftStateMixin)]
    for kind in [Page, *(kind for kind in kinds if not issubclass(kind, Page))]:
        yield from kind.objects.filter(live=True, expire_at__lt=now).order_by("expire_at", "pk")


def _begun(now):
    return Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at", "pk")


def _withdrawn(thing) -> bool:
    return _done(thing, lambda: thing.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled"))


def _published(revision) -> bool:
    return _done(revision, lambda: revision.publish(log_action="wagtail.publish.scheduled"))


def _done(thing, work) -> bool:
    try:
        with transaction.atomic():
            work()
    except Exception:
        log.exception("What was to happen at its time did not: %s %s.", type(thing).__name__, thing.pk)
        return False
    return True
