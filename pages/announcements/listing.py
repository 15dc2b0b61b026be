"""Which announcements hold at a moment: originals that everybody may read, asked to the second.

`told` has them in the reader's language. Of `near`, a page, only those of its site are found.
"""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, DateTimeField, F, IntegerField, Min, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import get_language
from wagtail.models import Revision

from blocks.closed import open_pages
from blocks.originals import ITS_LANGUAGE, at_or_below, homes_of, originals
from blocks.prepared import Slot, prepared
from blocks.reading import as_read, read
from pages.announcements.choices import BY_WEIGHT, Shown
from pages.announcements.models.announcement import AnnouncementPage
from pages.announcements.sentences import OF_A_DATE, look_up
from pages.offers.asking import are_otherwise

SINCE = Coalesce("starts", "first_published_at")
"""When something became known: when it began to hold, else when it was published."""


def announcements(near=None):
    """All that ever were and will be, as far as everybody may read them.

    Not those of a date that takes place as it was planned after all, or of which nobody is told any more.
    """
    holds = Q(event=None) | ~Q(sentence__in=OF_A_DATE) | are_otherwise("event", "date")
    found = originals(open_pages(AnnouncementPage.objects.filter(holds)))
    found = found.filter(at_or_below(homes_of(near))) if near else found
    return found.annotate(since=SINCE, language=ITS_LANGUAGE).select_related("picture", "room__place")


def begun(now, near=None):
    """Those that hold or have held at a moment, the newest first."""
    return _newest(announcements(near).filter(Q(starts=None) | Q(starts__lte=now)))


def current(now, near=None):
    """Those that hold at a moment, the newest first."""
    return begun(now, near).filter(Q(ends=None) | Q(ends__gt=now))


def archive(now, near=None):
    """Those that are over, the newest first."""
    return begun(now, near).filter(ends__lte=now)


def may_stand_everywhere(now):
    """Whether there is anything that `banners` has to look at: asked on every page, so it costs little."""
    return bool(ask_everywhere(now=now))


@prepared
def ask_everywhere():
    """One of those, if there is any."""
    found = AnnouncementPage.objects.filter(live=True, shown=Shown.EVERYWHERE)
    found = found.filter(Q(ends=None) | Q(ends__gt=Slot("now", DateTimeField())))
    return found.order_by().values_list("pk", flat=True)[:1]


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
    """The next moment at which an announcement appears or vanishes by itself; None, if none does.

    What waits for its beginning is a version with a time for it. Two queries beside the rule of what is
    closed.
    """
    kind = ContentType.objects.get_for_model(AnnouncementPage)
    waiting = Revision.objects.filter(content_type=kind, approved_go_live_at__gt=now)
    known = announcements().order_by()
    moments = known.aggregate(
        starts=Min("starts", filter=Q(starts__gt=now)), ends=Min("ends", filter=Q(ends__gt=now))
    )
    begins = waiting.aggregate(at=Min("approved_go_live_at"))["at"]
    return min(filter(None, [begins, *moments.values()]), default=None)


def told(found, most=None) -> list[AnnouncementPage]:
    """Those of a queryset, the first `most`, as readers of the active language meet them.

    Each has the facts of its original. Two queries in every language, one where there are none; three more
    where standard sentences tell of dates, however many there are.
    """
    keys = list(found.values_list("pk", flat=True)[:most])
    known = {page.pk: page for page in _with_translations(keys)} if keys else {}
    originals = [known.pop(key) for key in keys if key in known]
    return _told(as_read(originals, known={page.translation_key: page for page in known.values()}))


def told_together(found) -> list[AnnouncementPage]:
    """All of a queryset, as `told`: one query in every language, and three more if any tells of a date."""
    return _told(read(found.defer_streamfields()))


def _told(pages):
    look_up([page.original for page in pages if page.is_generated])
    return pages


def _with_translations(keys):
    """The pages with these numbers, and their published translations into the reader's language."""
    group = AnnouncementPage.objects.filter(pk__in=keys).values("translation_key")
    wanted = Q(pk__in=keys) | Q(live=True, locale__language_code=get_language())
    pages = AnnouncementPage.objects.filter(wanted, translation_key__in=group)
    return pages.annotate(language=ITS_LANGUAGE).select_related("picture").defer_streamfields()


def _newest(found):
    return found.order_by(F("since").desc(), "-pk")
