"""The rows of a calendar of others: what its source added, changed and took away since the last time."""

from uuid import NAMESPACE_URL, UUID, uuid5

from pages.events.choices import State
from pages.events.models.occurrence import Occurrence
from pages.events.models.outside import OutsideEvent
from pages.events.occurrences import end_of_day
from pages.events.outside.own import ours
from pages.events.wall import on_the_wall

TEXTS = ["title", "description", "location", "url", "language"]
FACTS = ["outside_id", "starts", "ends", "until", "is_whole_day", "is_single", "is_moved"]
AT_ONCE = 100


def write(calendar, events, now):
    """Whoever calls it sees to it that nobody else does, and that all of it happens or nothing."""
    left_out = _known_already(calendar, {event.uid for event in events})
    events = [event for event in events if event.uid not in left_out]
    _write_dates(calendar, events, _write_events(calendar, events, now), now)


def _known_already(calendar, uids):
    """Those that are ours, and those that a calendar before this one shows already.

    Where it is the other way round, the later calendar makes room.
    """
    others = OutsideEvent.objects.exclude(calendar=calendar).filter(calendar__is_active=True)
    before, later = set(), []
    for pk, uid, owner in others.values_list("pk", "uid", "calendar_id").iterator():
        if uid in uids and owner < calendar.pk:
            before.add(uid)
        elif uid in uids:
            later.append(pk)
    _delete(OutsideEvent, later)
    return before | ours(uids)


def _write_events(calendar, events, now):
    """The rows of the events by UID, with the texts that they have now.

    When they changed is when we saw it: not every source says so, and feeds go by it.
    """
    there = {row.uid: row for row in calendar.events.all()}
    wanted = {event.uid: event for event in events}
    gone = [row.pk for uid, row in there.items() if uid not in wanted]
    _delete(OutsideEvent, gone)
    new, changed = [], []
    for uid, event in wanted.items():
        texts = {name: getattr(event, name) for name in TEXTS}
        row = there.get(uid)
        if row is None:
            new.append(OutsideEvent(calendar=calendar, uid=uid, updated_at=event.updated_at or now, **texts))
        elif any(getattr(row, name) != text for name, text in texts.items()):
            vars(row).update(texts, updated_at=now)
            changed.append(row)
    OutsideEvent.objects.bulk_update(changed, [*TEXTS, "updated_at"], batch_size=AT_ONCE)
    OutsideEvent.objects.bulk_create(new, batch_size=AT_ONCE)
    return {row.uid: row for row in [*new, *there.values()] if row.uid in wanted}


def _write_dates(calendar, events, rows, now):
    mine = Occurrence.objects.filter(outside__calendar=calendar)
    there = {_key(row): row for row in mine}
    wanted = {_key(row): row for event in events for row in _dates(rows[event.uid], event)}
    gone = [row.pk for key, row in there.items() if key not in wanted]
    new, changed = [], []
    for key, row in wanted.items():
        known = there.get(key)
        if known is None:
            new.append(row)
        elif any(getattr(known, name) != getattr(row, name) for name in FACTS):
            row.pk, row.changed_at = known.pk, now
            changed.append(row)
    _delete(Occurrence, gone)
    Occurrence.objects.bulk_update(changed, [*FACTS, "changed_at"], batch_size=AT_ONCE)
    Occurrence.objects.bulk_create(new, batch_size=AT_ONCE)


def _key(row):
    return row.event, row.original, row.state


def _dates(row, event):
    for date in event.dates:
        yield Occurrence(
            outside=row,
            event=name_of(row),
            original=date.original,
            starts=date.starts,
            ends=date.ends,
            until=date.ends
            if date.ends and date.ends > date.starts
            else end_of_day(on_the_wall(date.starts)),
            is_whole_day=date.is_whole_day,
            is_single=date.is_single,
            is_moved=date.is_moved,
            state=State.CANCELLED if date.is_cancelled else State.SCHEDULED,
        )


def name_of(row: OutsideEvent) -> UUID:
    """What its dates are filed under: the same for ever, made from the source and its UID."""
    return uuid5(NAMESPACE_URL, f"outside {row.calendar_id} {row.uid}")


def _delete(model, keys):
    for start in range(0, len(keys), AT_ONCE):
        model.objects.filter(pk__in=keys[start : start + AT_ONCE]).delete()
