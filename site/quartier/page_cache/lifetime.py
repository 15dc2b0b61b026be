"""Until when all pages stay true by themselves: the next moment at which anything reads differently.

What depends on the clock, by where it is asked (found by going through every `now`, `today` and `localdate`
of what readers get):

    begins and ends of dates: "now", "over", boards, lists, feeds, newsletters   `Occurrence.starts`, `until`
    announcements: banners, home page, lists, feed                               `starts`, `ends`
    opening hours, exceptions, closures: "open until", "opens at"                `Timetable.holds_until`
    what was changed lately (feed of changes)                                    `Change.made_at` + 60 days
    scheduled publishing and withdrawing, of pages and other things              `go_live_at`, `expire_at`
    funding, partners, posts for volunteers, services, days left out, weekdays,
    deadlines, "today", "tomorrow", years, sign-up stamps, school holidays       midnight of the house
    security.txt                                                                 midnight of UTC
    the clock in the foyer                                                       its own `X-Accel-Expires`

Nothing of it grows with the number of pages: it is asked once for each version, process and span.
"""

from datetime import UTC, datetime, time, timedelta
from threading import Lock

from django.apps import apps
from django.db.models import Min
from wagtail.models import DraftStateMixin, Page, Revision

from pages.announcements.listing import next_change
from pages.centre.models import Centre, OpeningHours
from pages.events.feeds.atom import LATELY
from pages.events.models import Change, Occurrence
from pages.events.wall import BERLIN

A_DAY = timedelta(days=1)


def true_until(now: datetime) -> datetime:
    """The first moment after `now` at which something may change without anybody doing anything."""
    found = [*_clock(now), *_dates(now), next_change(now), *_doors(now), _lately(now), *planned(now)]
    return min(moment.astimezone(UTC) for moment in found if moment and moment.astimezone(UTC) > now)


class Lifetime:
    """Remembers the answer for as long as it holds: until something changes, or the moment is there."""

    def __init__(self, ask=true_until):
        self._ask, self._lock = ask, Lock()
        self._known = None, 0.0, 0.0

    def until(self, version: str, began: float) -> float:
        """For what was begun under a version, at a moment (seconds since 1970)."""
        known, since, until = self._known
        if known != version or not since <= began < until:
            with self._lock:
                until = self._ask(datetime.fromtimestamp(began, UTC)).timestamp()
                self._known = version, began, until
        return until


def _clock(now):
    """Midnight, and the hour at which the clocks of Europe change: times on the wall come twice then."""
    for zone, hour in ((BERLIN, time()), (UTC, time()), (UTC, time(1))):
        today = now.astimezone(zone).date()
        yield from (datetime.combine(day, hour, zone) for day in (today, today + A_DAY))


def _dates(now):
    """Two short looks into an index each: not all that is to come."""
    ahead = Occurrence.objects.order_by()
    begins = ahead.filter(starts__gt=now).order_by("starts").values_list("starts", flat=True)
    ends = ahead.filter(until__gt=now).order_by("until").values_list("until", flat=True)
    return begins.first(), ends.first()


def _doors(now):
    """When one of the parts of the house opens or closes, on the clock at the wall."""
    wall = now.astimezone(BERLIN).replace(tzinfo=None)
    centres = Centre.objects.prefetch_related("closures")
    closures = [closure for centre in centres for closure in centre.closures.all()]
    for hours in OpeningHours.objects.prefetch_related("times", "exceptions"):
        moment = hours.timetable(closures).holds_until(wall)
        yield from (moment.replace(tzinfo=BERLIN, fold=fold) for fold in (0, 1))


def _lately(now):
    oldest = Change.objects.filter(made_at__gt=now - LATELY).aggregate(at=Min("made_at"))["at"]
    return oldest and oldest + LATELY


def planned(now):
    """When editors have something published or withdrawn next."""
    yield Revision.objects.filter(approved_go_live_at__gt=now).aggregate(at=Min("approved_go_live_at"))["at"]
    kinds = [kind for kind in apps.get_models() if issubclass(kind, DraftStateMixin)]
    for kind in [Page, *(kind for kind in kinds if not issubclass(kind, Page))]:
        yield kind.objects.filter(live=True, expire_at__gt=now).aggregate(at=Min("expire_at"))["at"]
