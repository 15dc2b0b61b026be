"""The table of dates: rebuilt when something is published, asked by everything that says "when"."""

from datetime import datetime, timedelta
from functools import cache

import holidays
from django.db import transaction
from django.utils import timezone

from pages.centre.models import Centre, Closure
from pages.events.models.change import Change
from pages.events.models.holidays import SchoolHoliday
from pages.events.models.occurrence import Occurrence
from pages.events.planning import Difference, FreeDays, plan
from pages.events.recurrence import MIDNIGHT
from pages.events.wall import BERLIN, on_the_clock

A_DAY = timedelta(days=1)
HORIZON = timedelta(days=731)
"""How far ahead series without an end are written down: 24 months; a daily job moves it on."""

BEGINNING = datetime(2000, 1, 1).date()
