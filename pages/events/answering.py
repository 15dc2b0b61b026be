"""What other rooms are told of dates that they ask for."""

from datetime import UTC

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from wagtail import hooks

from pages.events.choices import State
from pages.events.headlines import headline
from pages.events.listing import open_dates, told
from pages.offers.asking import DATES_OTHERWISE, TELL_DATES, ToldDate


@hooks.register(TELL_DATES)
def tell_dates(asked):
    """Three queries, however many dates. Of one that was postponed its old place tells where it is now."""
    events, moments = zip(*asked, strict=True)
    dates = open_dates().filter(event__in=set(events), original__in=set(moments))
    found = sorted(told(dates), key=lambda date: date.state == State.POSTPONED)
    keyed = {(date.event, date.original.astimezone(UTC)): date for date in found}
    known = {key: keyed.get((key[0], key[1].astimezone(UTC))) for key in asked}
    now = timezone.now()
    return {key: _told(date, now) for key, date in known.items() if date and date.text}


@hooks.register(DATES_OTHERWISE)
def dates_otherwise(event, original):
    changed = ~Q(state=State.SCHEDULED) | Q(is_moved=True)
    dates = open_dates().filter(changed, event=OuterRef(event), original=OuterRef(original))
    return Q(Exists(dates.order_by()))


def _told(date, now):
    return ToldDate(
        title=date.text.title,
        language=date.text.foreign,
        url=date.url,
        headline=headline(date, now),
        changed_at=date.changed_at,
    )
