"""Which services cost something else, take place at another time or elsewhere since the last issue.

What was published then is compared with what is published now, fact by fact. A corrected word is no news, and
neither is what only waits in a draft.
"""

from datetime import datetime

from django.utils.translation import gettext_lazy as _
from wagtail.models import PageLogEntry, Revision

from pages.phrasing import joined

FACTS = {
    _("time"): ("times", "is_by_appointment"),
    _("place"): ("room", "place"),
    _("price"): ("cost", "price", "reduced_price", "price_per"),
    _("registration"): ("registration", "registration_days", "registration_link"),
}
"""What people would want to be told, and the fields in which it stands."""

OF_ROWS = {"pk", "page", "sort_order"}


def changed(services, since: datetime) -> dict[int, str]:
    """What has changed in which of these published services, in words: "time and price". Two queries.

    One whose earlier versions are gone is not known to have changed.
    """
    before = _published_at(services, since)
    numbers = [*before.values(), *(page.live_revision_id for page in services if page.live_revision_id)]
    known = Revision.objects.in_bulk(numbers)
    found = {}
    for page in services:
        old, new = known.get(before.get(page.pk)), known.get(page.live_revision_id)
        if old and new and (names := _differences(old.content, new.content)):
            found[page.pk] = joined(names)
    return found


def _published_at(services, moment):
    """The revision of each that was the public one at a moment."""
    log = PageLogEntry.objects.filter(
        page__in=[page.pk for page in services], action="wagtail.publish", timestamp__lte=moment
    )
    return dict(log.exclude(revision=None).order_by("timestamp", "pk").values_list("page_id", "revision_id"))


def _differences(old, new):
    return [
        name
        for name, fields in FACTS.items()
        if any(_plain(old.get(field)) != _plain(new.get(field)) for field in fields)
    ]


def _plain(value):
    """A fact as it was kept; rows of a list without their numbers, in an order that says nothing."""
    if not isinstance(value, list):
        return value or None
    rows = [{name: fact for name, fact in row.items() if name not in OF_ROWS} for row in value]
    return sorted(map(repr, rows))
