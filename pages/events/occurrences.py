"""The table of dates: rebuilt when something is published, proved and mended by `manage.py occurrences`."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page

from pages.centre.models import Centre
from pages.events.models.change import Change
from pages.events.models.holidays import SchoolHoliday
from pages.events.models.occurrence import Occurrence
from pages.events.planning import POSTPONED, Difference, FreeDays, plan
from pages.events.recurrence import A_DAY, MIDNIGHT
from pages.events.wall import AN_HOUR, BERLIN, exists, on_the_clock, on_the_wall
from pages.locking import lock

HORIZON = timedelta(days=731)
"""How far ahead series without an end are written down: 24 months; a daily job moves it on."""

FACTS = [
    *("page_id", "starts", "ends", "until", "is_whole_day", "is_single", "state", "is_full", "is_moved"),
    *("has_other_room", "moved_to", "reason", "reason_note", "room_id", "place_id"),
]


@dataclass
class Gap:
    """How the table differs from what the published schedule of an event says: rows to add and to drop."""

    missing: list[Occurrence] = field(default_factory=list)
    wrong: list[Occurrence] = field(default_factory=list)

    def __bool__(self):
        return bool(self.missing or self.wrong)


@transaction.atomic
def rebuild(page, now=None) -> bool:
    """Write the dates of an event as it is published, all or nothing; answers whether anything changed.

    What is over stays as it was: the past of an event is not rewritten by what it becomes, nor lost while it
    is not published. Single dates are taken at their word, also those of the past.

    The page is locked first, so that of two who change the same event the second sees what the first did.
    """
    lock(Page, pk=page.pk)
    found = gap(page, now or timezone.now()) if page.is_original else Gap()
    if found:
        Occurrence.objects.filter(pk__in=[row.pk for row in found.wrong]).delete()
        Occurrence.objects.bulk_create(found.missing, batch_size=200)
    if found.wrong and not found.missing:
        _mark_the_last(page)
    return bool(found)


def _mark_the_last(page):
    """A date that vanished leaves no trace of its own; feeds have to see that the series changed."""
    last = Occurrence.objects.filter(event=page.translation_key).order_by("original").last()
    if last:
        Occurrence.objects.filter(pk=last.pk).update(changed_at=timezone.now())


@transaction.atomic
def rebuild_published(model, key, now=None) -> bool:
    """Rebuild an event by its key, from what the database says now, not from what somebody read before."""
    lock(Page, translation_key=key)
    page = model.objects.filter(translation_key=key).order_by("pk").first()
    return bool(page) and rebuild(page, now)


def gap(page, now) -> Gap:
    """What the table lacks or has too much of an event: nothing, if all is well."""
    there = {_key(row): row for row in Occurrence.objects.filter(event=page.translation_key)}
    wanted = {_key(row): row for row in expected(page, now)}
    found = Gap()
    for key, row in wanted.items():
        is_history = bool(there) and _is_history(row, page, now)
        known = there.get(key)
        if known is None and not is_history:
            found.missing.append(row)
        elif known is not None and not _is_history(known, page, now) and _facts(known) != _facts(row):
            found.missing.append(row)
            found.wrong.append(known)
    for key, row in there.items():
        if key not in wanted and not _is_history(row, page, now):
            found.wrong.append(row)
    return found


def gaps(originals, now) -> Iterator[tuple[object, Gap]]:
    """The events of a queryset whose rows are not what their schedule says."""
    for page in originals.iterator(chunk_size=200):
        if found := gap(page, now):
            yield page, found


def expected(page, now) -> list[Occurrence]:
    """The rows that a published event ought to have; none if it is not published, or is a translation."""
    return drafted(page, now) if page.live and page.is_original else []


def drafted(page, now):
    """The rows that an event would have, were it published as it is."""
    if not all(line.first_day for line in page.lines_in_order):
        return []
    last = timezone.localtime(now, BERLIN).date() + HORIZON
    schedule = page.schedule
    first = min((rule.first_day for rule in schedule.rules), default=last)
    planned = plan(schedule, free_days(first, last, page.get_site()), _differences(page), first, last)
    return [_row(page, one) for one in planned]


def free_days(first, last, site=None) -> FreeDays:
    """Public and school holidays and the closed days of the house that touch these days."""
    centre = Centre.objects.filter(site=site).first() if site else None
    near = Q(first_day__lte=last, last_day__gte=first)
    closures = centre.closures.filter(near) if centre else []
    region = centre.region if centre else "BE"
    return FreeDays(
        public=_public_holidays(region, first.year, last.year),
        school=tuple(SchoolHoliday.of(region).filter(near).values_list("first_day", "last_day")),
        closed=tuple((each.first_day, each.last_day, each.reason) for each in closures),
    )


@lru_cache(maxsize=64)
def _public_holidays(region, first_year, last_year):
    import holidays  # noqa: PLC0415 (9 MB, for who writes series down)

    return frozenset(holidays.country_holidays("DE", subdiv=region, years=range(first_year, last_year + 1)))


def _differences(page):
    """By the time on the wall; a time that was skipped in spring is found under itself, too."""
    found = {}
    for change in Change.objects.filter(event=page.translation_key):
        wall = on_the_wall(change.original)
        found[wall] = difference(change)
        if not exists(wall - AN_HOUR):
            found[wall - AN_HOUR] = found[wall]
    return found


def difference(change) -> Difference:
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
    starts = _moment(one.slot.starts)
    ends = one.slot.ends and _moment(one.slot.ends)
    line = page.lines_in_order[one.slot.rule]
    usual_room = line.room_id or page.room_id
    has_other_room = one.state != POSTPONED and one.room not in (None, usual_room)
    return Occurrence(
        page=page,
        event=page.translation_key,
        original=_moment(one.original),
        starts=starts,
        ends=ends,
        until=ends if ends and ends > starts else end_of_day(one.slot.starts),
        is_whole_day=one.slot.whole_day,
        is_single=one.is_single,
        state=one.state,
        is_full=one.is_full,
        is_moved=one.is_moved or has_other_room,
        has_other_room=has_other_room,
        moved_to=one.moved_to and _moment(one.moved_to),
        reason=one.reason,
        reason_note=one.note or {},
        room_id=one.room or usual_room,
        place_id=page.place_id,
    )


def _moment(wall):
    """In UTC: moments in the hour that comes twice are equal to themselves in no other zone (PEP 495)."""
    return on_the_clock(wall).astimezone(UTC)


def end_of_day(wall):
    """The first moment of the day after the one on the wall."""
    return _moment(datetime.combine(wall.date() + A_DAY, MIDNIGHT))


def _key(row):
    return row.original, row.state == POSTPONED


def _is_history(row, page, now):
    """Whether a date of a series was public before it was over."""
    known = page.first_published_at
    return not row.is_single and row.until <= now and known is not None and known < row.until


def _facts(row):
    return [getattr(row, name) for name in FACTS]
