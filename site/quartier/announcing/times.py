"""Until when something urgent holds: ends of days on the clock of the house, and what one can choose."""

from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.events.recurrence import A_DAY, MIDNIGHT
from pages.events.spoken import local
from pages.events.wall import on_the_clock


class Until(models.TextChoices):
    """What one says when one has no time to look at a calendar."""

    TONIGHT = "tonight", _("tonight (to the end of the day)")
    TOMORROW = "tomorrow", _("tomorrow evening")
    WEEK = "week", _("in a week")
    MOMENT = "moment", _("another day or time")


DAYS = {Until.TONIGHT: 0, Until.TOMORROW: 1, Until.WEEK: 7}


def moment_of(until, now: datetime) -> datetime:
    """The end of today, of tomorrow, of the day in a week. Raises KeyError for any other choice."""
    return end_of_day(local(now).date() + timedelta(days=DAYS[until]))


def end_of_day(day) -> datetime:
    """The first moment of the day after."""
    return on_the_clock(datetime.combine(day + A_DAY, MIDNIGHT))
