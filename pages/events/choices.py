"""What one may choose from when a date is entered or changed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.events.recurrence import LAST, Frequency

FREQUENCIES = [
    (Frequency.ONCE.value, _("once")),
    (Frequency.DAILY.value, _("daily")),
    (Frequency.WEEKLY.value, _("weekly")),
    (Frequency.MONTHLY_BY_WEEKDAY.value, _("monthly, on a weekday")),
    (Frequency.MONTHLY.value, _("monthly, on the same day")),
    (Frequency.YEARLY.value, _("yearly")),
]
POSITIONS = [
    *((1, _("1st")), (2, _("2nd")), (3, _("3rd")), (4, _("4th")), (5, _("5th"))),
    (LAST, _("last")),
]


class OnClosedDays(models.TextChoices):
    """What becomes of a series while the whole house is closed."""

    SHOW = "show", _("show the date as cancelled")
    SKIP = "skip", _("leave the date out")
    IGNORE = "ignore", _("takes place all the same")


class State(models.TextChoices):
    """What one date is (schema.org's EventStatusType, RFC 5545's STATUS)."""

    SCHEDULED = "scheduled", _("takes place")
    CANCELLED = "cancelled", _("cancelled")
    POSTPONED = "postponed", _("postponed")
    CLOSED = "closed", _("the house is closed")


class Reason(models.TextChoices):
    """Why a date changes, in words that exist in every language."""

    NONE = "", _("no reason given")
    ILLNESS = "illness", _("illness")
    WEATHER = "weather", _("the weather")
    ROOM = "room", _("the room cannot be used")
    FEW = "few", _("too few registrations")
    STAFF = "staff", _("nobody can lead it")
    STRIKE = "strike", _("a strike")
    OTHER = "other", _("another reason")


class Weather(models.TextChoices):
    """What rain does to an event out of doors."""

    NONE = "", _("makes no difference")
    ANYWAY = "anyway", _("it takes place in any weather")
    INDOORS = "indoors", _("it takes place indoors")
    CANCELS = "cancels", _("it is cancelled")
