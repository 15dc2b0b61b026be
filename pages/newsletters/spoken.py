"""The dates of an event in as little room as there is beside its title."""

from django.utils.translation import ngettext, pgettext

from pages.centre import spoken as hours
from pages.events.choices import State
from pages.events.spoken import in_a_word, last_day, local
from pages.phrasing import because, dated, listed

FEW = 2
SHORT = "D, j. M"


def dates_in_short(dates) -> str:
    """`Do., 3. Dez., 18:15 Uhr, Do., 10. Dez. … und 2 weitere`; what is called off says so."""
    told = [_short(date) for date in dates[:FEW]]
    if len(dates) > FEW:
        more = len(dates) - FEW
        told.append(ngettext("%(number)d more date", "%(number)d more dates", more) % {"number": more})
    return " · ".join(told)


def _short(date):
    first, last = local(date.starts).date(), last_day(date)
    when = dated(first, SHORT)
    if last != first:
        to = pgettext("days with their names", "{first} to {last}")
        when = to.format(first=when, last=dated(last, SHORT))
    elif not date.is_whole_day:
        when = str(listed([when, hours.oclock(local(date.starts).time())]))
    return when if date.state == State.SCHEDULED else str(because(when, in_a_word(date, first, date.starts)))
