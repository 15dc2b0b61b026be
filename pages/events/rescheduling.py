"""What changes the schedule itself, and publishes it in one go: from a date on, an end, one date more.

What is past, the address of the event and its identity in feeds stay as they were. Nobody's unpublished
draft is touched: while there is one, these verbs refuse.
"""

from contextlib import contextmanager
from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from pages.events.changing import DateIsOverError, NoSuchDateError, date_of, locked
from pages.events.models import Change, ScheduleLine
from pages.events.occurrences import HORIZON, free_days
from pages.events.planning import plan
from pages.events.recurrence import A_DAY, Frequency, days, slot_on
from pages.events.wall import on_the_clock, on_the_wall

LOG = "events.schedule"
COPIED = ("frequency", "more_days", "starts", "ends", "interval", "weekdays", "positions", "last_day", "room")


class DraftWaitsError(Exception):
    """The event has a draft that is not published; to publish the schedule would publish it, too."""


class LockedError(Exception):
    """Somebody has locked the page."""


class NotASeriesError(Exception):
    """A single date: there is nothing after it."""


def line_of(page, original) -> ScheduleLine:
    """The series to which a date belongs. Raises NotASeriesError or NoSuchDateError."""
    wall = on_the_wall(original)
    planned = _planned(page, page.schedule, until=wall.date() + A_DAY)
    # Moments in the hour that comes twice are equal in no two zones (PEP 495), the seconds are.
    moment = original.timestamp()
    slot = next((one.slot for one in planned if on_the_clock(one.original).timestamp() == moment), None)
    if slot is None:
        raise NoSuchDateError
    line = page.lines_in_order[slot.rule]
    if line.frequency == Frequency.ONCE:
        raise NotASeriesError
    return line


def change_from(page, original, user, first_day=None, **values):
    """Other times, weekdays or another room from a date on. Raises ValidationError by field."""
    with _rescheduling(page, user, "change", original) as page:
        line, day = _series_to_come(page, original)
        before = _planned(page, page.schedule)
        new = _continued(page, line, day, first_day or day, values)
        lines = page.lines_in_order
        place = lines.index(line)
        kept = [_ended(line, day)] if _earlier(page, line, day) else []
        _set_lines(page, [*lines[:place], *kept, new, *lines[place + 1 :]])
        _take_changes_along(page, place, new, day, before)


def end_from(page, original, user):
    """The series takes place for the last time before a date."""
    with _rescheduling(page, user, "end", original) as page:
        line, day = _series_to_come(page, original)
        lines = page.lines_in_order
        place = lines.index(line)
        kept = [_ended(line, day)] if _earlier(page, line, day) else []
        left = [*lines[:place], *kept, *lines[place + 1 :]]
        if not left:
            raise ValidationError(_("This is its only date: please withdraw the event instead."))
        _set_lines(page, left)


def add(page, user, line):
    """One more line, a single date most of the time. Raises ValidationError by field."""
    with _rescheduling(page, user, "add", None, day=line.first_day.isoformat()) as page:
        line.page = page
        line.full_clean(exclude=["page"])
        if page.occurrences.filter(original=on_the_clock(slot_on(line.rule, line.first_day).starts)).exists():
            raise ValidationError({"day": _("There is a date of this event at that time already.")})
        _set_lines(page, [*page.lines_in_order, line])


@contextmanager
def _rescheduling(page, user, verb, original, **data):
    with transaction.atomic():
        page = locked(page)
        if not page.live or page.has_unpublished_changes:
            raise DraftWaitsError
        if (held := page.get_lock()) and held.for_user(user):
            raise LockedError
        yield page
        data = {**data, "original": original.isoformat()} if original else data
        page.save_revision(user=user, changed=True).publish(user=user)
        log(instance=page, action=f"{LOG}.{verb}", user=user, data=data)


def _series_to_come(page, original):
    line = line_of(page, original)
    if original <= timezone.now() or date_of(page, original) is None:
        raise DateIsOverError
    return line, on_the_wall(original).date()


def _planned(page, schedule, until=None):
    first = min(rule.first_day for rule in schedule.rules)
    last = until or timezone.localdate() + HORIZON
    return plan(schedule, free_days(first, last, page.get_site()), {}, first, last)


def _taking_place(page, line, last):
    """The days of one line up to a last day, as they take place."""
    schedule = replace(page.schedule, rules=(line.rule,))
    return [one.original.date() for one in _planned(page, schedule, last)] if line.first_day <= last else []


def _earlier(page, line, day):
    return _taking_place(page, line, day - A_DAY)


def _ended(line, day):
    line.last_day, line.count = day - A_DAY, None
    return line


def _continued(page, line, day, first_day, values):
    """The line that takes over; it counts on where the old one stops."""
    earlier = _earlier(page, line, day)
    if earlier and first_day <= earlier[-1]:
        raise ValidationError({"first_day": _("There is still a date as it was, on that day or later.")})
    if first_day <= timezone.localdate() and first_day < day:
        raise ValidationError({"first_day": _("That is over already.")})
    copied = {name: getattr(line, name) for name in COPIED}
    new = ScheduleLine(page=page, first_day=first_day, **{**copied, **values})
    new.count = line.count and max(line.count - len(earlier), 1)
    new.full_clean(exclude=["page"])
    if not days(new.rule, new.first_day, new.last_day or first_day + HORIZON):
        raise ValidationError({"first_day": _("This makes no date at all.")})
    return new


def _set_lines(page, lines):
    for number, line in enumerate(lines):
        line.sort_order = number
    page.lines = lines
    page.__dict__.pop("lines_in_order", None)


def _take_changes_along(page, old, new, day, before):
    """What was decided about single dates stays decided: a cancelled one does not come back at a new time.

    `old` is the place that the line had in the schedule of `before`.
    """
    number = page.lines_in_order.index(new)
    after = _planned(page, page.schedule)
    moments = {one.original.date(): one.original for one in after if one.slot.rule == number}
    changes = Change.objects.filter(event=page.translation_key)
    for one in before:
        there = moments.get(one.original.date())
        if one.slot.rule != old or one.original.date() < day or there in (None, one.original):
            continue
        if not changes.filter(original=on_the_clock(there)).exists():
            changes.filter(original=on_the_clock(one.original)).update(original=on_the_clock(there))
