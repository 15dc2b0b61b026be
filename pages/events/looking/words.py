"""What the views of the calendar are called."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from pages.events.looking.spans import ARCHIVE, DAY, LIST, MONTH, WEEK, WEEKEND
from pages.phrasing import capital, dated


def views() -> dict[str, str]:
    """The views that stand beside one another."""
    return {
        LIST: pgettext("view of the calendar", "List"),
        MONTH: pgettext("view of the calendar", "Month"),
        WEEK: pgettext("view of the calendar", "Week"),
        DAY: pgettext("view of the calendar", "Day"),
    }


def shortcuts() -> dict[str, str]:
    return {DAY: _("Today"), WEEK: _("This week"), WEEKEND: _("This weekend")}


def heading(look) -> str:
    """`Dezember 2026`, `Woche vom 30. November bis 6. Dezember 2026`, `Die nächsten Termine`."""
    first, last = look.span
    if look.view == ARCHIVE:
        return _("Past dates of %(year)d") % {"year": look.year} if look.year else _("Past dates")
    if look.view == LIST:
        return since(first) if look.asked else _("The next dates")
    return named(look.view, first, last)


def named(view, first: date, last: date) -> str:
    """A month, a week, a weekend or a day, with its year."""
    if view == MONTH:
        return dated(first, "YEAR_MONTH_FORMAT")
    one_month = first.month == last.month
    short = pgettext("first of some days in one month", "F j") if one_month else "MONTH_DAY_FORMAT"
    ends = {"first": dated(first, short), "last": dated(last, "DATE_FORMAT")}
    if view == WEEK:
        return _("Week from %(first)s to %(last)s") % ends
    if view == WEEKEND:
        return _("Weekend, %(first)s and %(last)s") % ends
    return full(first)


def since(first: date) -> str:
    """What a list is called that begins on a day."""
    return _("Dates from %(day)s") % {
        "day": dated(first, pgettext("a day behind “from” or “until”", "l, F j, Y"))
    }


def step(view, first: date) -> str:
    """The span that begins on a day, as short as a link to it needs."""
    if view == MONTH:
        return dated(first, "YEAR_MONTH_FORMAT")
    if view == DAY:
        return capital(dated(first, _("l, F j")))
    return _("from %(day)s") % {"day": dated(first, "MONTH_DAY_FORMAT")}


def full(day: date) -> str:
    """`Donnerstag, 14. Mai 2026`."""
    return capital(dated(day, _("l, F j, Y")))


def number(count: int, is_more=False) -> str:
    """`12 Termine`, `mehr als 200 Termine`."""
    if is_more:
        return _("more than %(count)d dates") % {"count": count}
    return ngettext("%(count)d date", "%(count)d dates", count) % {"count": count}
