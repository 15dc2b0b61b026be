"""What an event answers below its own address: each of its dates, and what calendars fetch."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from django.http import Http404, HttpResponseNotAllowed
from wagtail.url_routing import RouteResult

from pages.events.dates import named
from pages.events.models.schedule import EARLIEST, LATEST
from pages.events.wall import on_the_clock
from pages.outlets import READING, Outlets

NAME = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:-([0-9]{2})([0-9]{2}))?")


@dataclass(frozen=True)
class Part:
    """A part of a page that has an address of its own: the end of that address, and what it is called."""

    tail: str
    title: str


class DatedAddresses(Outlets):
    """Answers for each date by its name; stands before the page class.

    `date_outlets` are to one date what `outlets` are to the page: the last part of an address, and the method
    that answers it, which is given the request and the date.
    """

    date_outlets: ClassVar[dict[str, str]] = {}

    @classmethod
    def answers(cls, names):
        return super().answers(names) or cls._is_of_a_date(names)

    @classmethod
    def _is_of_a_date(cls, names):
        name, *rest = names or [""]
        return moment(name) is not None and (not rest or (len(rest) == 1 and rest[0] in cls.date_outlets))

    def route(self, request, path_components):
        if not self._is_of_a_date(path_components):
            return super().route(request, path_components)
        name, *rest = path_components
        date = self.live and named(self, name, moment(name))
        if not date:
            raise Http404
        page = type(self).objects.select_related(*self.along).get(pk=self.pk)
        return RouteResult(page, kwargs={"date": date, "outlet": rest[0] if rest else None})

    def serve(self, request, *args, date=None, outlet=None, **kwargs):
        if date is None or outlet is None:
            more = {"date": date} if date else {"outlet": outlet} if outlet else {}
            return super().serve(request, *args, **more, **kwargs)
        if request.method not in READING:
            return HttpResponseNotAllowed(READING)
        return getattr(self, self.date_outlets[outlet])(request, date)


def moment(name) -> datetime | None:
    """The moment after which a date is called; None for what no date can be called."""
    found = NAME.fullmatch(name)
    if not found:
        return None
    try:
        wall = datetime(*(int(number or 0) for number in found.groups()))
    except ValueError:
        return None
    return on_the_clock(wall) if EARLIEST <= wall.year <= LATEST else None
