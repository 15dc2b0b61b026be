"""The facts of a service in the reader's words. Nothing is claimed that nobody entered."""

from datetime import date

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from pages.centre import spoken
from pages.centre.opening import Notice, Row
from pages.money import euros
from pages.places.spoken import floor
from pages.services.choices import Cost, Per, Registration
from pages.services.rhythm import Rhythm, rhythms
from pages.wording import marked

LAST_AND_FIRST = 2
"""From three days in a row on one says "Monday to Wednesday"."""


def audiences(service):
    """`Kinder, Familien`, or everybody."""
    names = [_told(audience.name) for audience in service.audiences.all()]
    return format_html_join(", ", "{}", ((name,) for name in names)) or _("everybody")


def times(service) -> list:
    """`Montag und Mittwoch, 15–18 Uhr`, a line for each rhythm, and whether one can arrange a time."""
    lines = [_rhythm(one) for one in rhythms((time.weekly, time.note) for time in service.times.all())]
    if service.is_by_appointment:
        lines.append(_("also by appointment") if lines else _("by appointment"))
    return lines


def _rhythm(one: Rhythm):
    line = format_html("{}, {}", days(one.days), spoken.spans(one.intervals))
    return format_html("{} ({})", line, _told(one.note)) if one.note else line


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


def joined(names) -> str:
    """`Deutsch, Türkisch und Arabisch`."""
    *before, last = names
    if not before:
        return last
    return _("%(first)s and %(last)s") % {"first": ", ".join(before), "last": last}


def cancellation(notice: Notice, today: date):
    """`fällt aus: 24. Dezember bis 1. Januar (Weihnachten)`."""
    line = format_html(_("cancelled: {dates}"), dates=spoken.dates(notice, today))
    return format_html("{} ({})", line, _told(notice.reason)) if notice.reason else line


def where(service):
    """`Saal, Erdgeschoss`, or the name of a place; nothing where nobody entered one."""
    if service.room:
        name = _told(service.room.name)
        return format_html("{}, {}", name, floor(service.room)) if floor(service.room) else name
    return _told(service.place.name) if service.place else ""


def step_free(room) -> str:
    """The claim together with what it stands on; nothing where it was not measured or is not so."""
    if not (room and room.is_step_free):
        return ""
    return _("step-free, narrowest door %(width)d cm") % {"width": room.door_width}


def cost(service) -> str:
    """`kostenlos`, `3,50 € je Termin, ermäßigt 2 €`."""
    if service.cost == Cost.FREE or (service.is_free and service.cost == Cost.FIXED):
        return _("free")
    if service.cost == Cost.DONATION:
        return _("free, donations welcome")
    if service.cost == Cost.ON_REQUEST or service.price is None:
        return _("please ask us")
    price = _unit(service.price_per) % {"price": euros(service.price)}
    if service.reduced_price is None:
        return price
    reduced = euros(service.reduced_price) if service.reduced_price else _("free")
    return _("%(price)s, reduced %(reduced)s") % {"price": price, "reduced": reduced}


def _unit(per):
    return {
        Per.VISIT: pgettext("price of one visit", "%(price)s each time"),
        Per.MONTH: pgettext("price of a month", "%(price)s per month"),
        Per.COURSE: pgettext("price of a course", "%(price)s for the whole course"),
    }[per]


def registration(service, has_form=False) -> list[str]:
    """What one has to do before coming, until when, and that the house helps."""
    if service.registration == Registration.NONE:
        return [_("Not needed, just drop in.")] if service.is_drop_in else []
    ways = {
        Registration.PHONE: _("Please register by phone:"),
        Registration.MAIL: _("Please register by e-mail:"),
        Registration.FORM: _("Please register with our form:") if has_form else _("Please register with us:"),
    }
    lines = [ways[service.registration]]
    if service.registration_days is not None:
        lines.append(_deadline(service.registration_days))
    if service.helps_to_register:
        lines.append(_("We help you with the registration."))
    return lines


def _deadline(number):
    if not number:
        return _("You can still register on the same day.")
    return ngettext("At the latest one day before.", "At the latest %(days)d days before.", number) % {
        "days": number
    }


def _told(wording):
    return marked(wording.text, wording.language)
