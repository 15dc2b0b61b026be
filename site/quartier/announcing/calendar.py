"""What the calendar answers when an announcement asks what has become of a date."""

from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from pages.announcements.dates import Told
from pages.events.choices import State
from pages.events.headlines import headline
from pages.events.listing import open_dates, told

OTHERWISE = ~Q(state=State.SCHEDULED) | Q(is_moved=True)


class Calendar:
    """Reads the table of dates at the moment of asking: nothing has to be kept in step."""

    def otherwise(self):
        same = open_dates().filter(OTHERWISE, event=OuterRef("event"), original=OuterRef("date"))
        return Q(Exists(same.order_by()))

    def tell(self, wanted):
        dates = open_dates().filter(reduce(or_, (Q(event=event, original=at) for event, at in wanted)))
        now, found = timezone.now(), {}
        for date in told(dates.filter(page__isnull=False)):
            key = (date.event, date.original)
            if key not in found or date.state == State.POSTPONED:  # where it was, and where to
                found[key] = Told(headline(date, now), date.url, date.changed_at)
        return found
