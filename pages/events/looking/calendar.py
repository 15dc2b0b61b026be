"""The calendar: from the address of a page to the dates it shows, and to all that one may look at next."""

from dataclasses import replace
from functools import cached_property

from django.utils import timezone
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import gettext as _

from blocks.closed import remembered
from pages.events.asking import Wish
from pages.events.days import begin_of, by_day, from_day, on_day
from pages.events.listing import open_dates, told, upcoming
from pages.events.looking import archive, boxes, spans, words
from pages.events.looking.archive import reach
from pages.events.looking.asking import Look
from pages.events.looking.choosing import Choosing
from pages.events.looking.parts import Parts
from pages.events.looking.spans import ARCHIVE, DAY, LIST, MONTH, WEEK, WEEKEND
from pages.events.looking.ways import Ways
from pages.events.spoken import local
from pages.events.wall import BERLIN
from pages.phrasing import labelled, listed
from pages.wording import plain

AT_MOST = {MONTH: 2, WEEK: 8, WEEKEND: 20}
"""Dates of one day, before the rest becomes a link to the day."""

LIMITS = {LIST: 200, DAY: 1000, ARCHIVE: 5000}
"""Dates of one list, at the most."""


class Calendar:
    """All that the page shows of one address."""

    def __init__(self, page, query, address, now=None):
        self.page, self.now = page, now or timezone.now()
        today = timezone.localtime(self.now, BERLIN).date()
        with remembered():
            look = Look.of(query, today, address)
            self.all = open_dates(page)
            self.choosing = Choosing(page, look.wish, self.now)
            self.panels = self.choosing.panels
        first, last = reach(page, self.all)
        self.years = archive.years(page, self.all, first, self.now) if look.view == ARCHIVE else []
        self.look = look.in_year(self.years)
        self.dates = look.wish.narrow(self.all)
        self.ways = Ways(self.look, first, last)

    @property
    def view(self):
        return self.look.view

    @cached_property
    def parts(self):
        """The part of a long list that was asked for; None where a view shows its days as a whole."""
        look, dates = self.look, None
        if look.view == LIST:
            dates = from_day(self.dates, look.asked) if look.asked else upcoming(self.dates, self.now)
        elif look.view == DAY:
            dates = on_day(self.dates, look.day)
        elif look.view == ARCHIVE:
            dates = archive.past(self.dates, look.year, self.now)
        return dates if dates is None else Parts(dates, LIMITS[look.view]).get_page(look.number)

    @cached_property
    def boxes(self):
        """The days that are shown, each with its dates."""
        if self.parts is None:
            return boxes.of_days(by_day(self.dates, *self.look.span, AT_MOST[self.view]), self.look)
        since = self.look.first_shown
        return boxes.of_list(told(self.parts.object_list), self.look, since)

    @property
    def weeks(self):
        return boxes.of_month(self.boxes, spans.weeks(self.look.span[0]))

    @property
    def weekdays(self):
        """The short and the full name of each."""
        return [(WEEKDAYS_ABBR[number], WEEKDAYS[number]) for number in range(7)]

    @property
    def ways_to_years(self):
        return map(self.ways.year, self.years)

    @property
    def numbers(self):
        """The parts of a long list; None where there are none."""
        if self.parts is None:
            return None
        return self.parts.paginator.get_elided_page_range(self.parts.number, on_each_side=1, on_ends=1)

    @cached_property
    def count(self):
        """In words; what takes several days counts once in a list, and on each of its days elsewhere."""
        if self.parts is None:
            return words.number(sum(box.count for box in self.boxes))
        return words.number(self.parts.paginator.count, self.parts.paginator.is_cut_off)

    @property
    def is_empty(self):
        return not any(box.dates for box in self.boxes)

    @property
    def further(self):
        """Where a list that is too long to be counted goes on, once one is at its end."""
        parts = self.parts
        if self.view != LIST or parts.has_next() or not parts.paginator.is_cut_off:
            return None
        last = self.boxes[-1].day
        return self.ways.list_from(last if last > self.boxes[0].day else last + spans.A_DAY)

    @property
    def nearest(self):
        """The month nearest to an empty view that has something: the next one, else the last."""
        first, last = self.look.span
        later = self.dates.filter(starts__gte=begin_of(last)).order_by("starts")
        sooner = self.dates.filter(starts__lt=begin_of(first)).order_by("-starts")
        found = (dates.values_list("starts", flat=True).first() for dates in (later, sooner))
        return next((self.ways.month_of(local(one).date()) for one in found if one), None)

    @property
    def heading(self):
        return words.heading(self.look)

    @property
    def title(self):
        """What a window is called: the view, what was asked for, and the part of the list."""
        said = listed(plain(self.choosing.label(*pair)) for pair in self.look.wish.pairs)
        number = 1 if self.parts is None else self.parts.number
        part = _("page %(number)d") % {"number": number} if number > 1 else ""
        return listed([labelled(self.heading, said) or self.heading, part])

    @property
    def chosen(self):
        """What was chosen, each with the query that asks for all but that."""
        wish = self.look.wish
        return [
            (self.choosing.label(*pair), self.look.address(wish=wish.without(*pair))) for pair in wish.pairs
        ]

    @property
    def query(self):
        """The start of an address of another part of the same list."""
        query = self.look.address()
        return f"{query}&" if query else ""

    @property
    def without_filters(self):
        return replace(self.look, wish=Wish()).url(self.view, self.look.asked, self.look.year)

    @property
    def file(self):
        """The same filters as a file for calendar programs."""
        return self._along("kalender.ics")

    @property
    def feed(self):
        return self._along("feed.xml")

    @property
    def subscribing(self):
        """How to subscribe to the same, and to show it on a page of one's own."""
        return self._along("abonnieren/")

    @property
    def robots_stay_away(self):
        return self.ways.is_far_away or self.is_empty

    def _along(self, name):
        query = self.look.wish.query
        return f"{self.look.page}{name}{'?' if query else ''}{query}"
