"""What one may choose from when something on offer is entered."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Registration(models.TextChoices):
    """What one has to do before coming."""

    NONE = "none", _("none, just drop in")
    PHONE = "phone", _("by phone")
    MAIL = "mail", _("by e-mail")
    FORM = "form", _("with a form on this site")
    LINK = "link", _("on another website")


class Cost(models.TextChoices):
    """What one pays."""

    FREE = "free", _("free")
    DONATION = "donation", _("free, donations welcome")
    FIXED = "fixed", _("a fixed price")
    ON_REQUEST = "on-request", _("please ask")


class Per(models.TextChoices):
    """What the price is for."""

    VISIT = "visit", _("each time")
    MONTH = "month", _("per month")
    COURSE = "course", _("for the whole course")


def is_free(cost, price) -> bool:
    """Whether one can come without money; who may give something need not."""
    return cost in (Cost.FREE, Cost.DONATION) or (cost == Cost.FIXED and price == 0)
