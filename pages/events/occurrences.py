"""The table of dates: rebuilt when something is published, asked by everything that says "when"."""

from datetime import date, datetime, timedelta

import holidays
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from pages.centre.models import Centre, Closure
from pages.events.models.change import Change
from pages.events.models.holidays import SchoolHoliday
from pages.events.models.occurrence import Occurrence
from pages.events.planning import Difference, FreeDays, plan
from pages.events.recurrence import A_DAY, MIDNIGHT
from pages.events.wall import BERLIN, on_the_clock

HORIZON = timedelta(days=731)
"""How far ahead series without an end are written down: 24 months; a daily job moves it on."""

BEGINNING = date(2000, 1, 1)


def rebuild(page, now=None):
    """Write the dates of a published event anew, all or nothing; answers whether anything changed.

    What is over stays as it was: the past of an event is not rewritten by what it becomes, nor lost while it
    is not published. Single dates are taken at their word, also those of the past.
    """
    now = now or timezone.now()
    with transaction.atomic():
        there = {_key(row): row for row in Occurrence.objects.filter(event=page.translation_key)}
        wanted = {_key(row): row for row in expected(page, now)}
        history = {key for key, row in there.items() if _is_history(row, page, now)}
        gone = [row.pk for key, row in there.items() if key not in wanted and key not in history]
        new, changed = [], []
        for key, row in wanted.items():
            known = there.get(key)
            if known is None:
                if not (there and _is_history(row, page, now)):
                    new.append(row)
            elif _facts(known) != _facts(row) and key not in history:
                row.pk = known.pk
                changed.append(row)
        Occurrence.objects.filter(pk__in=gone).delete()
        Occurrence.objects.bulk_update(changed, FACTS, batch_size=200)
        Occurrence.objects.bulk_create(new, batch_size=200)
    return bool(gone or changed or new)


def expected(page, now):
    """The rows that a published event ought to have; none if it is not published, or is a translation."""
    if not page.live or not page.is_original:
        return []
    last = timezone.localtime(now, BERLIN).date() + HORIZON
    schedule = page.schedule
    first = min((rule.first_day for rule in schedule.rules), default=last)
    planned = plan(schedule, free_days(first, last), _differences(page), first, last)
    return [_row(page, one) for one in planned]


def free_days(first, last):
    """Public and school holidays and the house's closed days that touch these days."""
    region = Centre.objects.values_list("region", flat=True).first() or "BE"
    public = holidays.country_holidays("DE", subdiv=region, years=range(first.year, last.year + 1))
    near = Q(first_day__lte=last, last_day__gte=first)
    closures = Closure.objects.filter(near)
    return FreeDays(
        public=frozenset(public),
        school=tuple(SchoolHoliday.objects.filter(near).values_list("first_day", "last_day")),
        closed=tuple((each.first_day, each.last_day, each.reason) for each in closures),
    )


def on_the_wall(moment):
    """The time on the clock of the house at a moment; None stays None."""
    return moment and moment.astimezone(BERLIN).replace(tzinfo=None)


def _differences(page):
    changes = Change.objects.filter(event=page.translation_key)
    return {on_the_wall(change.original): difference(change) for change in changes}


def difference(change):
    """A stored change as plain values, in wall-clock time."""
    return Difference(
        is_cancelled=change.is_cancelled,
        is_postponed=change.is_postponed,
        is_full=change.is_full,
        starts=on_the_wall(change.starts),
        ends=on_the_wall(change.ends),
        room=change.room_id,
        reason=change.reason,
        note=change.reason_note,
    )


def _row(page, one):
    starts = on_the_clock(one.slot.starts)
    ends = one.slot.ends and on_the_clock(one.slot.ends)
    line = page.lines_in_order[one.slot.rule]
    return Occurrence(
        page=page,
        event=page.translation_key,
        original=on_the_clock(one.original),
        starts=starts,
        ends=ends,
        until=ends if ends and ends > starts else end_of_day(one.slot.starts),
        is_whole_day=one.slot.whole_day,
        is_single=one.is_single,
        state=one.state,
        is_full=one.is_full,
        is_moved=one.is_moved,
        moved_to=one.moved_to and on_the_clock(one.moved_to),
        reason=one.reason,
        reason_note=one.note or {},
        room_id=one.room or line.room_id or page.room_id,
        place_id=page.place_id,
    )


def end_of_day(wall):
    """The first moment of the day after the one on the wall."""
    return on_the_clock(datetime.combine(wall.date() + A_DAY, MIDNIGHT))


def _key(row):
    return row.original, row.state == "postponed"


def _is_history(row, page, now):
    """Whether a date of a series was public before it was over."""
    known = page.first_published_at
    return not row.is_single and row.until <= now and known is not None and known < row.until


def _facts(row):
    return [getattr(row, name) for name in FACTS]


FACTS = [
    *("page_id", "starts", "ends", "until", "is_whole_day", "is_single", "state", "is_full", "is_moved"),
    *("moved_to", "reason", "reason_note", "room_id", "place_id"),
]
