"""What could go into an issue: found in the calendar, among the services, the news and the other pages.

Nothing here is written down. Whoever fills an issue chooses, and `put_in` adds what was chosen.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import Page

from blocks.closed import open_pages, remembered
from blocks.in_full import in_full, without_bricks
from blocks.originals import at_or_below, homes_of, originals
from pages.announcements.listing import announcements
from pages.events.days import begin_of
from pages.events.models import Occurrence
from pages.newsletters import coming
from pages.newsletters.changes import changed
from pages.newsletters.kinds import ANNOUNCEMENTS, EVENTS, PAGES, SERVICES, kinds_of_other_pages
from pages.newsletters.periods import last_issue_at, period
from pages.newsletters.spoken import dates_in_short
from pages.newsletters.timing import A_DAY
from pages.services.models import ServicePage
from pages.volunteering.models import VolunteerPostPage

MOST = 10
"""Of each kind beside events; the newest."""

DEPTH_OF_HOME = 2


@dataclass(frozen=True)
class Proposal:
    """A page that could be told of: why, whether it is ticked at first, whether it goes in already."""

    page: Page
    kind: str
    why: str
    is_ticked: bool
    is_in: bool = False
    dates: tuple[Occurrence, ...] = ()

    @property
    def short(self):
        return dates_in_short(self.dates)


def proposals(index, issue, now: datetime) -> list[Proposal]:
    """All that is new since the issue before, and what happens in its period: the pages as their originals.

    The number of queries does not depend on how much there is.
    """
    index = index.original
    since, (first, last) = last_issue_at(index, issue, now), period(issue, now)
    items = issue.items.all()
    keys = _keys(items)
    there = {keys.get(item.about_id): item.is_in for item in items}
    with remembered():
        found = [
            *_announcements(index, since, begin_of(last + A_DAY), now),
            *_events(index, since, first, last, now),
            *_services(index, since),
            *_other_pages(index, since, now),
        ]
    return [
        Proposal(page, kind, why, is_ticked and page.translation_key not in there, is_in, *dates)
        for page, kind, why, is_ticked, *dates in found
        for is_in in [there.get(page.translation_key, False)]
    ]


def put_in(issue, pages, most: int) -> int:
    """Adds these pages at the end of an issue, as long as it has room; ticks those that it has. How many.

    Nothing that somebody wrote is touched. The issue is not saved.
    """
    items = list(issue.items.all())
    keys = _keys(items)
    known = {keys.get(item.about_id): item for item in items}
    place, number = max((item.sort_order or 0 for item in items), default=-1), 0
    for page in pages:
        item = known.get(page.translation_key)
        if item is None and len(items) < most:
            place += 1
            known[page.translation_key] = item = issue.items.model(
                about_id=page.pk, is_in=False, sort_order=place
            )
            items.append(item)
        if item is not None and not item.is_in:
            item.is_in = True
            number += 1
    issue.items = items
    return number


def _keys(items):
    """The translation keys of the pages of an issue: one query."""
    numbers = [item.about_id for item in items]
    return dict(Page.objects.filter(pk__in=numbers).values_list("pk", "translation_key"))


def _public(kind, index):
    """The originals of a kind on the site of the newsletter that everybody may read."""
    return originals(open_pages(kind.objects.filter(at_or_below(homes_of(index)))))


def _announcements(index, since, end, now):
    """Those that hold some day before the period ends; of those without an end only the new ones."""
    rows = without_bricks(announcements(index)).filter(Q(starts=None) | Q(starts__lt=end))
    rows = rows.filter(Q(ends=None, first_published_at__gt=since) | Q(ends__gt=now))
    for page in rows.order_by("-since")[:MOST]:
        yield page, ANNOUNCEMENTS, page.get_kind_display(), True


def _events(index, since, first, last, now):
    for found in coming.events(index, since, first, last, now):
        yield found.page, EVENTS, found.why, found.is_ticked, found.dates


def _services(index, since):
    rows = without_bricks(_public(ServicePage, index)).filter(last_published_at__gt=since)
    rows = list(rows.order_by("-first_published_at"))
    differences = changed([page for page in rows if not _is_new(page, since)], since)
    new = [(page, SERVICES, _("new"), True) for page in rows if _is_new(page, since)]
    other = [
        (page, SERVICES, _("new: %(facts)s") % {"facts": differences[page.pk]}, True)
        for page in rows
        if page.pk in differences
    ]
    return [*new[:MOST], *other[:MOST]]


def _other_pages(index, since, now):
    """Posts for volunteers are ticked; of all other new pages only a person knows whether they are news."""
    rows = _public(Page, index).filter(first_published_at__gt=since, depth__gt=DEPTH_OF_HOME)
    rows = rows.filter(content_type__in=kinds_of_other_pages())
    for page in in_full(rows.order_by("-first_published_at")[:MOST]).values():
        is_post = isinstance(page, VolunteerPostPage)
        if not is_post or page.is_open_on(now.date()):
            yield page, PAGES, _("new"), is_post


def _is_new(page, since):
    return page.first_published_at is not None and page.first_published_at > since
