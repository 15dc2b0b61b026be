"""The centre itself: what it is called, where it is, when it is open."""

from pages.centre.models.centre import DEFAULT_COLOUR, Centre, Closure, FooterLink, Profile
from pages.centre.models.hours import OpeningException, OpeningHours, OpeningTime, Weekday

__all__ = [
    "DEFAULT_COLOUR",
    "Centre",
    "Closure",
    "FooterLink",
    "OpeningException",
    "OpeningHours",
    "OpeningTime",
    "Profile",
    "Weekday",
]
