"""The facts of a service as lines: a sign, a plain label, and what is so."""

from datetime import date

from django.utils.translation import gettext as _

from pages.centre.models import Centre
from pages.easy.language import is_easy
from pages.glance import Line
from pages.offers import easy as easily
from pages.offers import glance as shared
from pages.offers import spoken as offered
from pages.services import easy, spoken
from pages.services.rhythm import cancelled


def at_a_glance(service, centre: Centre, closures, today: date) -> list[Line]:
    """All that is known of a service, in the order in which one would tell it on the phone."""
    lines = [
        shared.for_whom(service),
        _when(service, closures, today),
        shared.where(service),
        shared.access(service),
        shared.registration(service, centre),
        shared.contact(service, centre),
        shared.cost(service),
        shared.bring_along(service),
        shared.languages(service),
        shared.help_on_site(service),
        shared.run_by(service, centre),
    ]
    told = [line for line in lines if line]
    return easily.arranged(told) if is_easy() else told


def in_short(service) -> list[Line]:
    """What one scans a list for: when, where and whether one gets in, what it costs, for whom."""
    lines = [
        Line("clock", _("When"), tuple(spoken.times(service))),
        Line("pin", _("Where"), (offered.where(service),)),
        Line("accessibility", _("Getting in"), (offered.step_free(service.room),)),
        Line("euro", _("Cost"), (offered.cost(service),)),
        Line("users", _("For whom"), (offered.audiences(service),)),
    ]
    return [line for line in lines if any(line.words)]


def _when(service, closures, today):
    words = easy.times(service) if is_easy() else tuple(spoken.times(service))
    times = [time.weekly for time in service.times.all()]
    is_elsewhere = service.place and not service.room
    coming = [] if is_elsewhere else cancelled(times, (one.special for one in closures), today)
    alerts = tuple(spoken.cancellation(notice, today) for notice in coming)
    return Line("clock", _("When"), words, alerts=alerts) if words else None
