"""What an announcement can be, where it is shown, and the sentences that are known in every language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    """How much it matters; it decides the sign and the colours, never alone."""

    INFORMATION = "information", pgettext_lazy("an announcement", "Information")
    WARNING = "warning", pgettext_lazy("an announcement", "Warning")
    EMERGENCY = "emergency", pgettext_lazy("an announcement", "Emergency")
    CLOSURE = "closure", pgettext_lazy("an announcement", "Closed")


BY_WEIGHT = [Kind.EMERGENCY, Kind.CLOSURE, Kind.WARNING, Kind.INFORMATION]
"""What people have to know first."""

SIGNS = {Kind.INFORMATION: "info", Kind.WARNING: "warning", Kind.EMERGENCY: "alert", Kind.CLOSURE: "lock"}
"""The icon of each."""


class Shown(models.TextChoices):
    """Where it stands while it holds; the list of news shows it in any case."""

    EVERYWHERE = "all", _("as a banner on all pages")
    HOME = "home", _("on the home page")
    LIST = "list", _("only in the list of news")


class Sentence(models.TextChoices):
    """A title that nobody has to translate."""

    OWN = "", _("own words")
    CLOSED_TODAY = "closed", _("The house is closed today")
    CLOSES_EARLY = "early", _("The house closes earlier today")
    LIFT = "lift", _("The lift is out of order")
    WATER = "water", _("There is no water in the house")
    POWER = "power", _("There is no electricity in the house")
    PHONE = "phone", _("Nobody can reach us by phone at present")
    CANCELLED = "cancelled", _("A date is cancelled")
    MOVED = "moved", _("A date is moved")
