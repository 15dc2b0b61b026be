"""What a schedule that is being typed will become: its sentence, its next dates, and what is odd about it.

The same code as for what is published; nothing is stored.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import islice

from django.utils.translation import gettext as _

from pages.events import sentences
from pages.events.occurrences import HORIZON
from pages.events.planning import SHOW, SKIP, FreeDays, Schedule
from pages.events.recurrence import MOST, Frequency, Rule, days, slot_on
from pages.events.wall import exists
from pages.phrasing import dated, listed

SHOWN = 5
A_YEAR = timedelta(days=366)


@dataclass
class Hint:
    """What is said below a date or a series."""

    sentence: str
    dates: list[str] = field(default_factory=list)
    is_more: bool = False
    left_out: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def reach(rules, today: date) -> tuple[date, date]:
    """The first and the last day that have to be looked at."""
    first = min((rule.first_day for rule in rules), default=today)
    return first, max([today, *(rule.first_day for rule in rules)]) + HORIZON


def hint(rule: Rule, schedule: Schedule, free: FreeDays, today: date) -> Hint:
    """All that can be said of one line of a schedule."""
    end = max(today, rule.first_day) + HORIZON
    taking_place = days(rule, rule.first_day, end, _skips(schedule, free))
    ahead = [day for day in taking_place if day >= today]
    shown = (ahead or taking_place)[:SHOWN]
    return Hint(
        sentence=sentences.sentence(rule),
        dates=[_told(rule, day, schedule, free, today) for day in shown],
        is_more=len(ahead) > SHOWN,
        left_out=list(islice(_left_out(rule, schedule, free, today, shown), SHOWN)),
        warnings=list(_warnings(rule, taking_place, today)),
    )


def fault(rule: Rule, schedule: Schedule, free: FreeDays, today: date) -> tuple[str, str] | None:
    """What makes a line useless, as the name of a field and a sentence."""
    end = rule.last_day or max(today, rule.first_day) + 8 * A_YEAR
    if not days(rule, rule.first_day, end):
        return "first_day", _("This makes no date at all.")
    if not days(rule, rule.first_day, end, _skips(schedule, free)):
        return "first_day", _("Every single date of it falls into holidays or on other days left out.")
    if rule.last_day and rule.frequency is not Frequency.ONCE:
        found = days(rule, rule.first_day, rule.last_day)
        if len(found) > MOST:
            return "last_day", _("That would be more than %(number)d dates.") % {"number": MOST}
    return None


def _skips(schedule, free):
    return lambda day: bool(_why_not(day, schedule, free))


def _why_not(day, schedule, free):
    """Why a series does not take place on a day; empty if it does."""
    if day in schedule.left_out:
        return _("left out")
    if schedule.skips_public_holidays and day in free.public:
        return _("public holiday")
    if schedule.skips_school_holidays and free.is_school_free(day):
        return _("school holidays")
    if schedule.on_closed_days == SKIP and free.closure(day):
        return _("the house is closed")
    return ""


def _left_out(rule, schedule, free, today, shown):
    if rule.frequency is Frequency.ONCE or not shown:
        return
    for day in days(replace(rule, count=None), max(today, rule.first_day), shown[-1]):
        if why := _why_not(day, schedule, free):
            yield f"{_day(day, today)} ({why})"


def _told(rule, day, schedule, free, today):
    words = listed([_day(day, today), sentences.times(rule)])
    if schedule.on_closed_days == SHOW and free.closure(day):
        return _("%(date)s (cancelled: the house is closed)") % {"date": words}
    return words


def _day(day, today):
    return dated(day, _("l, F j") if day.year == today.year else _("l, F j, Y"))


def _warnings(rule, taking_place, today):
    if not taking_place:
        yield _("This makes no date at all.")
        return
    if taking_place[-1] < today:
        yield _("This is over already.")
    if taking_place[0] != rule.first_day and rule.first_day not in taking_place:
        yield from _begins_later(rule, taking_place[0], today)
    yield from _clock_changes(rule, taking_place)


def _begins_later(rule, first, today):
    if days(rule, rule.first_day, rule.first_day):
        return  # the first day fits, but is left out: the list says why
    yield _("The first day fits none of the days chosen: it begins on %(day)s.") % {"day": _day(first, today)}


def _clock_changes(rule, taking_place):
    if rule.starts is None:
        return
    for day in taking_place:
        slot = slot_on(rule, day)
        for moment in filter(None, (slot.starts, slot.ends)):
            if not exists(moment):
                yield no_such_time(moment)
                return


def no_such_time(wall: datetime) -> str:
    """About the hour that the clock leaves out in spring."""
    return _("There is no %(time)s on %(day)s: the clock goes forward that night.") % {
        "time": f"{wall:%H:%M}",
        "day": dated(wall, "DATE_FORMAT"),
    }
