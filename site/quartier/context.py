"""What every page of the house shows: the centre, its home page, its menu. Asked once, if at all."""

from functools import cached_property

from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Page, Site

from blocks.closed import is_closed, remembered
from pages.centre.models import Centre, OpeningHours
from pages.events.board import boards
from pages.events.listing import open_dates_below
from pages.events.models import CalendarPage
from pages.home.models import HomePage

ON_THE_BOARD = 5


class House:
    """The centre and its pages, in the language of the request."""

    def __init__(self, request):
        self.request = request
        self._around = {}

    @classmethod
    def of(cls, request):
        """The same one for all that is made of a request."""
        if not hasattr(request, "house"):
            request.house = cls(request)
        return request.house

    @cached_property
    def site(self):
        return Site.find_for_request(self.request)

    @cached_property
    def centre(self):
        return Centre.for_request(self.request)

    @cached_property
    def hours(self):
        """Every set of opening hours, the one for the home page first."""
        return list(OpeningHours.objects.prefetch_related("times", "exceptions"))

    @cached_property
    def closures(self):
        return list(self.centre.closures.all()) if self.site else []

    @cached_property
    def profiles(self):
        return list(self.centre.profiles.all()) if self.site else []

    @cached_property
    def homes(self):
        """The published home page in all its languages, the original first."""
        if not self.site:
            return []
        same = HomePage.objects.live().filter(translation_key=self.site.root_page.translation_key)
        same = same.select_related("locale", "picture")
        homes = sorted(same, key=lambda home: home.pk != self.site.root_page_id)
        return homes if homes and homes[0].pk == self.site.root_page_id else []

    @cached_property
    def home(self):
        """The home page in the language of the request, else the original."""
        spoken = (home for home in self.homes if home.locale.language_code == get_language())
        return next(spoken, next(iter(self.homes), None))

    @cached_property
    def calendar(self):
        """The calendar that everybody may read, in the language of the request if there is that, or None."""
        homes = tuple(home.path for home in self.homes)
        found = CalendarPage.objects.live().defer_streamfields().select_related("locale").order_by("path")
        ours = [page for page in self.open_to_all(found) if page.path.startswith(homes)]
        spoken = (page for page in ours if page.locale.language_code == get_language())
        return next(spoken, next(iter(ours), None))

    @cached_property
    def dates(self):
        """All dates that this house tells to everybody: a queryset, to be narrowed down."""
        return open_dates_below([home.path for home in self.homes])

    @cached_property
    def board(self):
        """What happens today, or on the next day on which something does; None where nothing is planned."""
        return next(iter(boards(self.dates, timezone.now(), ON_THE_BOARD)), None)

    def around(self, page):
        """The published pages that the frame of a page names, in the order of the tree: one query.

        The menu, the way to the page, its translations; where it `is_in_an_area`, those below and beside it.
        """
        if self.home is None:
            return []
        key = page and page.path
        if key not in self._around:
            wanted = self.home.get_children().filter(show_in_menus=True)
            if page and page.depth > self.home.depth:
                above = [page.path[:end] for end in range(page.steplen, len(page.path), page.steplen)]
                wanted |= Page.objects.filter(path__in=above)
                wanted |= Page.objects.filter(translation_key=page.translation_key)
                wanted |= self._near(page)
            self._around[key] = list(wanted.live().select_related("locale").order_by("path"))
        return self._around[key]

    def _near(self, page):
        """Those below a page, and those beside it, unless the home page is right above."""
        near = Page.objects.none()
        if getattr(page, "is_in_an_area", False):
            near |= page.get_children() if page.numchild else near
            near |= page.get_siblings() if page.depth > self.home.depth + 1 else near
        return near

    def open_to_all(self, pages):
        with remembered():
            return [page for page in pages if not is_closed(page)]


def house(request):
    return {"house": House.of(request)}
