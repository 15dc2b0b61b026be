"""What other rooms are told of dates that they ask for."""

from datetime import UTC

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import pgettext
from wagtail import hooks

from pages.events import spoken
from pages.events.choices import State
from pages.events.headlines import headline
from pages.events.listing import open_dates, told
from pages.offers.asking import DATES_OTHERWISE, TELL_DATES, ToldDate
from pages.phrasing import listed


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
    today = spoken.local(now).date()
    return ToldDate(
        title=date.text.title,
        language=date.text.foreign,
        url=date.url,
        when=spoken.when_moment(date.original, today),
        became=_became(date, today),
        headline=headline(date, now),
        changed_at=date.changed_at,
    )


def _became(date, today):
    """`fällt aus`, `verschoben auf Freitag, 15. Mai, 17 Uhr`; nothing for what takes place as planned."""
    if date.state != State.SCHEDULED:
        return next(status.words for status in spoken.statuses(date, date.starts))
    if not date.is_moved:
        return ""
    is_elsewhen = date.starts != date.original or not date.has_other_room
    now_at = [is_elsewhen and spoken.when(date, today), date.has_other_room and spoken.where(date)]
    return format_html(pgettext("a date that was moved", "now {when}"), when=listed(now_at))
