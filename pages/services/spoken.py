"""When a service takes place, in the reader's words."""

from datetime import date

from django.utils.html import format_html
from django.utils.translation import gettext as _

from pages.centre import spoken
from pages.centre.opening import Notice, Row
from pages.offers.spoken import told
from pages.phrasing import because, joined, listed, remark
from pages.services.rhythm import Rhythm, rhythms

LAST_AND_FIRST = 2
"""From three days in a row on one says "Monday to Wednesday"."""


def times(service) -> list:
    """`Montag und Mittwoch, 15–18 Uhr`, a line for each rhythm, and whether one can arrange a time."""
    lines = [_rhythm(one) for one in rhythms((time.weekly, time.note) for time in service.times.all())]
    if service.is_by_appointment:
        lines.append(_("also by appointment") if lines else _("by appointment"))
    return lines


def _rhythm(one: Rhythm):
    line = listed([days(one.days), spoken.spans(one.intervals)])
    return remark(line, one.note and told(one.note))


def days(numbers) -> str:
    """`Montag`, `Montag und Mittwoch`, `Montag bis Freitag`, `Montag bis Mittwoch und Freitag`."""
    rows: list[list[int]] = []
    for number in numbers:
        if rows and number == rows[-1][-1] + 1:
            rows[-1].append(number)
        else:
            rows.append([number])
    names = []
    for row in rows:
        alone = [[number] for number in row] if len(row) <= LAST_AND_FIRST else [row]
        names += [spoken.days(Row(each[0], each[-1], ())) for each in alone]
    return joined(names)


def cancellation(notice: Notice, today: date):
    """`fällt aus: 24. Dezember bis 1. Januar (Weihnachten)`."""
    line = format_html(_("cancelled: {dates}"), dates=spoken.dates(notice, today))
    return because(line, notice.reason and told(notice.reason))
