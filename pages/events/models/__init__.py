"""Events, their dates, and the calendar that shows them."""

from pages.events.models.calendar import CalendarPage
from pages.events.models.change import Change
from pages.events.models.event import EventPage
from pages.events.models.holidays import SchoolHoliday
from pages.events.models.occurrence import Occurrence
from pages.events.models.outside import OutsideCalendar, OutsideEvent
from pages.events.models.schedule import LeftOutDay, ScheduleLine

__all__ = [
    "CalendarPage",
    "Change",
    "EventPage",
    "LeftOutDay",
    "Occurrence",
    "OutsideCalendar",
    "OutsideEvent",
    "ScheduleLine",
    "SchoolHoliday",
]
