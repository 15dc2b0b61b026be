"""Which announcements hold at a moment: originals that everybody may read, asked to the second.

`read` or `as_read` of `blocks.reading` tells them in the reader's language. Of `near`, a page, only those of
its site are found.
"""

from django.db.models import Case, F, IntegerField, Min, Q, Value, When
from django.db.models.functions import Coalesce

from blocks.closed import open_pages
from blocks.originals import ITS_LANGUAGE, at_or_below, homes_of, originals
from pages.announcements.choices import BY_WEIGHT, Shown
from pages.announcements.models.announcement import AnnouncementPage

SINCE = Coalesce("starts", "first_published_at")
"""When something became known: when it began to hold, else when it was published."""


def announcements(near=None):
    """All that ever were and will be, as far as everybody may read them."""
    found = originals(open_pages(AnnouncementPage.objects.all()))
    found = found.filter(at_or_below(homes_of(near))) if near else found
    return found.annotate(since=SINCE, language=ITS_LANGUAGE).select_related("picture")


def current(now, near=None):
    """Those that hold at a moment, the newest first."""
    begun = Q(starts=None) | Q(starts__lte=now)
    return _newest(announcements(near).filter(begun, Q(ends=None) | Q(ends__gt=now)))


def archive(now, near=None):
    """Those that are over, the newest first."""
    return _newest(announcements(near).filter(ends__lte=now))


def banners(now, near=None):
    """Those that stand on all pages now: the heaviest first, then by kind, then the newest."""
    ranks = [When(kind=kind, then=Value(rank)) for rank, kind in enumerate(BY_WEIGHT)]
    rank = Case(*ranks, default=Value(len(ranks)), output_field=IntegerField())
    found = current(now, near).filter(shown=Shown.EVERYWHERE)
    return found.order_by("-weight", rank, F("since").desc(), "-pk")


def shown_on_home(now, near=None):
    """Those that stand on the home page now, the newest first."""
    return current(now, near).filter(shown=Shown.HOME)


def next_change(now):
    """The next moment at which an announcement appears or vanishes by itself; None, if none does."""
    known = announcements().order_by()
    begins = known.filter(starts__gt=now).aggregate(at=Min("starts"))["at"]
    ends = known.filter(ends__gt=now).aggregate(at=Min("ends"))["at"]
    return min(filter(None, [begins, ends]), default=None)


def _newest(found):
    return found.order_by(F("since").desc(), "-pk")
