"""What every page of the house shows: the centre, its home page, its menu. Asked once, if at all."""

from copy import copy
from functools import cached_property

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Page, Site

from blocks.closed import is_closed, remembered
from blocks.originals import published
from blocks.reading import as_read, mark
from pages.announcements.banner import banners
from pages.centre.models import Centre
from pages.events.board import boards
from pages.events.listing import open_dates_below
from pages.events.models import CalendarPage
from quartier.asked import ask_around, ask_homes, ask_hours, ask_profiles, site_of
from quartier.outages.known import remember
from quartier.page_cache.lifetime import true_until

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
        return site_of(self.request)

    @cached_property
    def centre(self):
        centre = Centre.for_request(self.request)
        remember(centre)
        return centre

    @cached_property
    def hours(self):
        """Every set of opening hours, the one for the home page first."""
        return ask_hours()

    @cached_property
    def closures(self):
        return list(self.centre.closures.all()) if self.site else []

    @cached_property
    def profiles(self):
        return ask_profiles(centre=self.centre.pk) if self.site else []

    @cached_property
    def roots(self):
        """The home page in all its languages, also where it is not published, the original first.

        Pages below may be published and are found there.
        """
        if not self.site:
            return []
        same = ask_homes(key=self.site.root_page.translation_key)
        homes = sorted(same, key=lambda home: home.pk != self.site.root_page_id)
        notice_new_homes(homes)
        for home in homes:
            home.original = homes[0]
        return homes

    @cached_property
    def homes(self):
        """Those of them that are published, the original first; none unless the original is."""
        homes = [home for home in self.roots if home.live]
        return homes if homes and homes[0].pk == self.site.root_page_id else []

    @cached_property
    def languages(self):
        """The codes of those that the centre has switched on, its own first."""
        return self.centre.spoken if self.site else [settings.LANGUAGE_CODE]

    @cached_property
    def home(self):
        """The home page in the language of the request, else the original, marked as foreign."""
        return _in_language_of_request(self.homes)

    @cached_property
    def calendar(self):
        """The calendar that everybody may read, in the language of the request if there is that, or None."""
        homes = tuple(home.path for home in self.homes)
        found = published(CalendarPage.objects.defer_streamfields()).select_related("locale").order_by("pk")
        return _in_language_of_request(
            [page for page in self.open_to_all(found) if page.path.startswith(homes)]
        )

    @cached_property
    def dates(self):
        """All dates that this house tells to everybody: a queryset, to be narrowed down."""
        return open_dates_below([home.path for home in self.homes])

    @cached_property
    def board(self):
        """What happens today, or on the next day on which something does; None where nothing is planned."""
        return next(iter(boards(self.dates, timezone.now(), ON_THE_BOARD)), None)

    @cached_property
    def banners(self):
        """What everybody has to know now. One query where that is nothing, else up to four."""
        return banners(timezone.now(), [home.path for home in self.homes])

    @cached_property
    def true_until(self):
        """The next moment at which anything on any page may read differently without anybody doing anything.

        Whoever keeps a page must not keep it longer.
        """
        return true_until(timezone.now())

    def around(self, page):
        """The published pages that the frame of a page names, in the order of the tree: one query.

        The menu, the links at the foot, the way to the page; where it `is_in_an_area`, those below and
        beside it. All of them are originals, so that the tree is the same in every language; each has
        `shown`, the page that is read.
        """
        every = self.open_to_all(self._around_with_translations(page))
        found = [each for each in every if each.first == each.pk]
        if found and not hasattr(found[0], "shown"):
            others = (each for each in every if each.first != each.pk)
            known = {each.translation_key: copy(each) for each in others if _is_here(each)}
            for original, shown in zip(found, as_read(map(copy, found), known=known), strict=True):
                original.shown = shown
        return found

    def group(self, page):
        """A page in all languages that it is published in, by their codes: no query beside those above.

        All of them are open to everybody, or none: who may read the page may read all of them.
        """
        found = self._around_with_translations(page)
        if self.homes and page.translation_key == self.homes[0].translation_key:
            found = self.homes
        elif self.home is None:
            found = Page.objects.live().filter(translation_key=page.translation_key).select_related("locale")
        same = (each for each in found if each.translation_key == page.translation_key)
        return {each.locale.language_code: each for each in same}

    def _around_with_translations(self, page):
        if self.home is None:
            return []
        key = page and page.translation_key
        if key not in self._around:
            self._around[key] = self._ask_around(getattr(page, "original", page), key)
        return self._around[key]

    def _ask_around(self, page, key):
        top = self.homes[0]
        values = {f"home{place}": home.path for place, home in enumerate(self.homes)}
        values |= {"centre": self.centre.pk, "language": get_language(), "key": key}
        if page is None or page.depth <= top.depth:
            return ask_around(len(self.homes), top.depth, 0, key is not None, False, False, **values)
        above = [page.path[:end] for end in range(top.steplen, len(page.path), top.steplen)]
        values |= {f"above{place}": path for place, path in enumerate(above)}
        values |= {"page": page.path, "parent": above[-1], "original": page.translation_key}
        is_in_an_area = getattr(page, "is_in_an_area", False)
        below = is_in_an_area and page.numchild > 0
        beside = is_in_an_area and page.depth > top.depth + 1
        return ask_around(len(self.homes), top.depth, len(above), True, below, beside, **values)

    def open_to_all(self, pages):
        with remembered():
            return [page for page in pages if not is_closed(page)]


def _is_here(page):
    return page.locale.language_code == get_language()


def notice_new_homes(homes):
    """Each process remembers for an hour below which pages addresses begin: another may have made one."""
    known = {each.root_path for each in Site.get_site_root_paths()}
    if not known.issuperset(home.url_path for home in homes):
        Site.clear_site_root_paths_cache()


def _in_language_of_request(pages):
    spoken = filter(_is_here, pages)
    page = next(spoken, next(iter(pages), None))
    return page and mark(page)


def house(request):
    return {"house": House.of(request)}
