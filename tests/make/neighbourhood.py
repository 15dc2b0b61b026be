"""The builders of all rooms under one name, for tests that need a whole house around one page.

Where these say less than the builders they stand on, the house tells nothing that a test did not ask for.
"""

from tests.make import enquiries, people, services
from tests.make.announcements import announcement, news
from tests.make.events import calendar, event, line
from tests.make.partners import directory as partners
from tests.make.partners import funding, partner
from tests.make.places import place, room, room_page
from tests.make.places import room_index as rooms
from tests.make.services import audience, finder, topic
from tests.make.volunteering import post
from tests.make.volunteering import volunteering as posts

__all__ = [
    "announcement",
    "audience",
    "calendar",
    "event",
    "finder",
    "form",
    "funds",
    "line",
    "news",
    "partner",
    "partners",
    "person",
    "place",
    "post",
    "posts",
    "room",
    "room_page",
    "rooms",
    "service",
    "topic",
]


def service(parent, title="Nähcafé", times=(), **fields):
    """A service at no time, unless one is given."""
    return services.service(parent, title, times, **fields)


def person(name="Kim Weber", **facts):
    """Somebody without phone and mail, unless they are given."""
    return people.person(name, **{"phone": "", "mail": "", **facts})


def form(parent, title="Anmeldung", **facts):
    return enquiries.form_page(parent, title=title, **facts)


def funds(funder, page, **days):
    return funding(page, funder, **days)
