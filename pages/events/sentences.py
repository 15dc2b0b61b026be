"""A schedule as one would say it on the phone: "jeden 2. und 4. Donnerstag im Monat, 18:15–20 Uhr".

Weekdays, positions and months have a form of their own for each place in a sentence, since in many languages
they change with it: a catalogue can say "щопонеділка" where German says "jeden Montag".
"""

from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from pages.centre import spoken
from pages.events.recurrence import LAST, Frequency, Rule
from pages.phrasing import dated, joined, listed

EVERY = {
    1: lambda: pgettext("every …", "Monday"),
    2: lambda: pgettext("every …", "Tuesday"),
    3: lambda: pgettext("every …", "Wednesday"),
    4: lambda: pgettext("every …", "Thursday"),
    5: lambda: pgettext("every …", "Friday"),
    6: lambda: pgettext("every …", "Saturday"),
    7: lambda: pgettext("every …", "Sunday"),
}
ON = {
    1: lambda: pgettext("on …", "Monday"),
    2: lambda: pgettext("on …", "Tuesday"),
    3: lambda: pgettext("on …", "Wednesday"),
    4: lambda: pgettext("on …", "Thursday"),
    5: lambda: pgettext("on …", "Friday"),
    6: lambda: pgettext("on …", "Saturday"),
    7: lambda: pgettext("on …", "Sunday"),
}
POSITIONS = {
    1: lambda: pgettext("every … weekday of a month", "1st"),
    2: lambda: pgettext("every … weekday of a month", "2nd"),
    3: lambda: pgettext("every … weekday of a month", "3rd"),
    4: lambda: pgettext("every … weekday of a month", "4th"),
    5: lambda: pgettext("every … weekday of a month", "5th"),
}
LAST_OF_A_MONTH = {
    1: lambda: pgettext("every … Monday of a month", "last"),
    2: lambda: pgettext("every … Tuesday of a month", "last"),
    3: lambda: pgettext("every … Wednesday of a month", "last"),
    4: lambda: pgettext("every … Thursday of a month", "last"),
    5: lambda: pgettext("every … Friday of a month", "last"),
    6: lambda: pgettext("every … Saturday of a month", "last"),
    7: lambda: pgettext("every … Sunday of a month", "last"),
}
"""Polish says "last" in one way of a Monday and in another of a Wednesday."""

NUMBERED = {
    1: lambda: pgettext("on the … of every month", "%(day)dst"),
    2: lambda: pgettext("on the … of every month", "%(day)dnd"),
    3: lambda: pgettext("on the … of every month", "%(day)drd"),
}
"""What English puts behind a number that ends in 1, 2 or 3."""


def sentence(rule: Rule) -> str:
    """The whole rule: how often, at what time, from when, until when."""
    parts = [rhythm(rule), times(rule), *_limits(rule)]
    return listed(map(str, parts))


def rhythm(rule: Rule) -> str:
    """How often, without times: "alle zwei Wochen am Montag und Mittwoch"."""
    return RHYTHMS[rule.frequency](rule)


def times(rule: Rule) -> str:
    """From when to when; empty for a whole day."""
    if rule.starts is None:
        return ""
    if rule.ends is None:
        return pgettext("time of an event", "from {time}").format(time=spoken.oclock(rule.starts))
    return spoken.span((rule.starts, rule.ends))


def _once(rule):
    first = dated(rule.first_day, _("l, F j, Y"))
    if not rule.more_days:
        return first
    words = pgettext("days with their names", "{first} to {last}")
    return words.format(first=first, last=dated(rule.last_of_first, _("l, F j, Y")))


def _daily(rule):
    if rule.interval == 1:
        return _("every day")
    words = ngettext("every %(number)d day", "every %(number)d days", rule.interval)
    return words % {"number": rule.interval}


def _weekly(rule):
    weekdays = rule.weekdays or (rule.first_day.isoweekday(),)
    if len(weekdays) == 7 and rule.interval == 1:
        return _("every day")
    if rule.interval == 1:
        return _("every %(weekdays)s") % {"weekdays": joined(EVERY[day]() for day in weekdays)}
    words = ngettext(
        "every %(number)d week on %(weekdays)s", "every %(number)d weeks on %(weekdays)s", rule.interval
    )
    return words % {"number": rule.interval, "weekdays": joined(ON[day]() for day in weekdays)}


def _by_weekday(rule):
    weekdays = rule.weekdays or (rule.first_day.isoweekday(),)
    positions = rule.positions or ((rule.first_day.day + 6) // 7,)
    said = {"number": rule.interval, "days": joined(_placed(positions, weekdays))}
    if rule.interval == 1:
        return _("every %(days)s of the month") % said
    words = ngettext(
        "every %(number)d month on the %(days)s", "every %(number)d months on the %(days)s", rule.interval
    )
    return words % said


def _placed(positions, weekdays):
    """`1. und 3. Montag und Mittwoch`; the positions anew where they have another form with a weekday."""
    said = [(joined(_position(each, day) for each in positions), EVERY[day]()) for day in weekdays]
    for position, group in groupby(said, key=lambda pair: pair[0]):
        words = pgettext("every … of a month", "%(positions)s %(weekdays)s")
        yield words % {"positions": position, "weekdays": joined(name for _position, name in group)}


def _position(position, weekday):
    return LAST_OF_A_MONTH[weekday]() if position == LAST else POSITIONS[position]()


def _monthly(rule):
    positions = rule.positions or (rule.first_day.day,)
    said = {"number": rule.interval, "days": joined(map(_day_of_a_month, positions))}
    if rule.interval == 1:
        return _("on the %(days)s of every month") % said
    words = ngettext(
        "every %(number)d month, on the %(days)s", "every %(number)d months, on the %(days)s", rule.interval
    )
    return words % said


def _day_of_a_month(day):
    if day == LAST:
        return pgettext("on the … of every month", "last day")
    if day == 1:
        return pgettext("on the … of every month", "1st")
    is_spoken_as_teen = day in (11, 12, 13)
    say = NUMBERED.get(0 if is_spoken_as_teen else day % 10)
    words = say() if say else pgettext("on the … of every month", "%(day)dth")
    return words % {"day": day}


def _yearly(rule):
    said = {"number": rule.interval, "day": dated(rule.first_day, "MONTH_DAY_FORMAT")}
    if rule.interval == 1:
        return _("every year on %(day)s") % said
    return (
        ngettext("every %(number)d year on %(day)s", "every %(number)d years on %(day)s", rule.interval)
        % said
    )


def _limits(rule):
    if rule.frequency is Frequency.ONCE:
        return
    if rule.count:
        yield ngettext("%(number)d time", "%(number)d times", rule.count) % {"number": rule.count}
    if rule.last_day:
        yield pgettext("last day of a series", "until %(day)s") % {"day": dated(rule.last_day)}


RHYTHMS = {
    Frequency.ONCE: _once,
    Frequency.DAILY: _daily,
    Frequency.WEEKLY: _weekly,
    Frequency.MONTHLY: _monthly,
    Frequency.MONTHLY_BY_WEEKDAY: _by_weekday,
    Frequency.YEARLY: _yearly,
}
