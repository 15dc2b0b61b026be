"""The dates of an event in as little room as there is beside its title."""

from django.utils.translation import ngettext

from pages.centre import spoken as hours
from pages.events.choices import State
from pages.events.spoken import in_a_word, local
from pages.phrasing import because, dated, listed

FEW = 2


def dates_in_short(dates) -> str:
    """`Do., 3. Dez., 18:15 Uhr, Do., 10. Dez. … und 2 weitere`; what is called off says so."""
    told = [_short(date) for date in dates[:FEW]]
    if len(dates) > FEW:
        more = len(dates) - FEW
        told.append(ngettext("%(number)d more date", "%(number)d more dates", more) % {"number": more})
    return " · ".join(told)


def _short(date):
    starts = local(date.starts)
    when = listed([dated(starts, "D, j. M"), "" if date.is_whole_day else hours.oclock(starts.time())])
    is_on = date.state == State.SCHEDULED
    return str(when if is_on else because(when, in_a_word(date, starts.date(), date.starts)))
