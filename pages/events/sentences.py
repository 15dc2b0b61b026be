"""A schedule as one would say it on the phone: "jeden 2. und 4. Donnerstag im Monat, 18:15–20 Uhr".

Weekdays, positions and months have a form of their own for each place in a sentence, since in many languages
they change with it: a catalogue can say "щопонеділка" where German says "jeden Montag".
"""

from babel.lists import format_list
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext, pgettext, to_locale
from django.utils.translation import gettext as _

from pages.centre import spoken
from pages.events.recurrence import LAST, Frequency, Rule

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
    LAST: lambda: pgettext("every … weekday of a month", "last"),
}


def sentence(rule: Rule) -> str:
    """The whole rule: how often, at what time, from when, until when."""
    parts = [rhythm(rule), times(rule), *_limits(rule)]
    return ", ".join(filter(None, parts))


def rhythm(rule: Rule) -> str:
    """How often, without times: "alle zwei Wochen am Montag und Mittwoch"."""
    return RHYTHMS[rule.frequency](rule)


def times(rule: Rule) -> str:
    """From when to when; empty for a whole day."""
    if rule.starts is None:
        return ""
    if rule.ends is None:
        return _("from {time}").format(time=spoken.oclock(rule.starts))
    return spoken.span((rule.starts, rule.ends))


def _once(rule):
    first = date_format(rule.first_day, _("l, F j, Y"))
    if not rule.more_days:
        return first
    last = date_format(rule.last_of_first, _("l, F j, Y"))
    return _("%(first)s to %(last)s") % {"first": first, "last": last}


def _daily(rule):
    return ngettext("every day", "every %(number)d days", rule.interval) % {"number": rule.interval}


def _weekly(rule):
    weekdays = rule.weekdays or (rule.first_day.isoweekday(),)
    if len(weekdays) == 7 and rule.interval == 1:
        return _("every day")
    if rule.interval == 1:
        return _("every %(weekdays)s") % {"weekdays": _listed(EVERY[day]() for day in weekdays)}
    words = ngettext("every week on %(weekdays)s", "every %(number)d weeks on %(weekdays)s", rule.interval)
    return words % {"number": rule.interval, "weekdays": _listed(ON[day]() for day in weekdays)}


def _by_weekday(rule):
    weekdays = rule.weekdays or (rule.first_day.isoweekday(),)
    positions = rule.positions or ((rule.first_day.day + 6) // 7,)
    said = {
        "number": rule.interval,
        "positions": _listed(POSITIONS[position]() for position in positions),
        "weekdays": _listed(EVERY[day]() for day in weekdays),
    }
    if rule.interval == 1:
        return _("every %(positions)s %(weekdays)s of the month") % said
    words = ngettext(
        "every month on the %(positions)s %(weekdays)s",
        "every %(number)d months on the %(positions)s %(weekdays)s",
        rule.interval,
    )
    return words % said


def _monthly(rule):
    positions = rule.positions or (rule.first_day.day,)
    days = _listed(
        pgettext("on the … of every month", "last day") if day == LAST else _("%(day)d.") % {"day": day}
        for day in positions
    )
    words = ngettext(
        "on the %(days)s of every month", "every %(number)d months on the %(days)s", rule.interval
    )
    return words % {"number": rule.interval, "days": days}


def _yearly(rule):
    words = ngettext("every year on %(day)s", "every %(number)d years on %(day)s", rule.interval)
    return words % {"number": rule.interval, "day": date_format(rule.first_day, "MONTH_DAY_FORMAT")}


def _limits(rule):
    if rule.frequency is Frequency.ONCE:
        return
    if rule.count:
        yield ngettext("%(number)d time", "%(number)d times", rule.count) % {"number": rule.count}
    if rule.last_day:
        yield _("until %(day)s") % {"day": date_format(rule.last_day, "DATE_FORMAT")}


def _listed(words):
    return format_list(list(words), locale=to_locale(get_language()).partition("_")[0])


RHYTHMS = {
    Frequency.ONCE: _once,
    Frequency.DAILY: _daily,
    Frequency.WEEKLY: _weekly,
    Frequency.MONTHLY: _monthly,
    Frequency.MONTHLY_BY_WEEKDAY: _by_weekday,
    Frequency.YEARLY: _yearly,
}
