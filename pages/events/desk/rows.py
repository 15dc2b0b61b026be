"""Which dates somebody sees at the desk, and which of them may be changed."""

from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby

from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.permissions import policy_registry

from pages.events import spoken
from pages.events.choices import State
from pages.events.listing import told
from pages.events.models import Occurrence
from pages.wording import plain


@dataclass
class Row:
    """One date with what can be done about it now."""

    date: Occurrence
    now: datetime
    may_change: bool = False
    key: str = field(init=False)

    def __post_init__(self):
        """The same after a change, so that one stays at the same place of the list."""
        was = "-was" if self.date.state == State.POSTPONED else ""
        self.key = f"d{self.date.page_id}-{self.date.name}{was}"

    @property
    def is_open(self):
        """Whether it can still be changed: not what is over, nor the day from which it was put off."""
        return self.may_change and self.date.until > self.now and self.date.state != State.POSTPONED

    @property
    def takes_place(self):
        return self.date.state == State.SCHEDULED

    @property
    def is_to_come(self):
        return self.date.starts > self.now

    @property
    def undoes(self):
        """What a click on the last button brings back; empty where there is nothing to undo."""
        if self.date.state == State.CANCELLED:
            return _("Takes place after all")
        if self.date.is_moved and (self.date.starts == self.date.original or self.date.original > self.now):
            return _("Undo the change")
        return ""

    @property
    def when(self):
        return plain(spoken.when(self.date, spoken.local(self.now).date()))


def visible(user):
    """The dates of our own events that somebody may know at the desk: those of pages on which they work."""
    policy = policy_registry.get_by_type(Page)
    pages = policy.instances_user_has_any_permission_for(user, ["change", "publish"])
    return Occurrence.objects.filter(page__in=pages.values("pk"))


def rows(dates, user, now) -> list[Row]:
    """The dates of a queryset in the order in which they begin, told in the language of the desk."""
    policy = policy_registry.get_by_type(Page)
    may = set(policy.instances_user_has_permission_for(user, "publish").values_list("pk", flat=True))
    ordered = dates.order_by("starts", "event", "original")
    return [Row(date, now, date.page_id in may) for date in told(ordered)]


def by_day(rows):
    """Each day on which something begins, with its rows."""
    return [
        (day, list(found)) for day, found in groupby(rows, lambda row: spoken.local(row.date.starts).date())
    ]
