"""When a service takes place, as Leichte Sprache tells it: each rhythm and each note in a line of its own."""

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from pages.centre import spoken as hours
from pages.offers.spoken import told
from pages.services.rhythm import rhythms
from pages.services.spoken import days


def times(service) -> tuple:
    """`Montag und Mittwoch: von 15 Uhr bis 18 Uhr`."""
    return tuple(_times(service))


def _times(service):
    lines = rhythms((time.weekly, time.note) for time in service.times.all())
    for one in lines:
        words = pgettext("Leichte Sprache", "{days}: {times}")
        yield format_html(words, days=days(one.days), times=hours.spans(one.intervals))
        if one.note:
            yield told(one.note)
    if service.is_by_appointment:
        yield _("also by appointment") if lines else _("by appointment")
