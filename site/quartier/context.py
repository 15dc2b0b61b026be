"""What every page of the house shows: the centre, its home page, its menu. Asked once, if at all."""

from functools import cached_property

from django.utils.translation import get_language
from wagtail.models import Site

from blocks.closed import is_closed, remembered
from pages.centre.models import Centre, OpeningHours
from pages.home.models import HomePage


class House:
    """The centre and its pages, in the language of the request."""

    def __init__(self, request):
        self.request = request

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
        homes = sorted(same.select_related("locale"), key=lambda home: home.pk != self.site.root_page_id)
        return homes if homes and homes[0].pk == self.site.root_page_id else []

    @cached_property
    def home(self):
        """The home page in the language of the request, else the original."""
        spoken = (home for home in self.homes if home.locale.language_code == get_language())
        return next(spoken, next(iter(self.homes), None))

    @cached_property
    def menu(self):
        """The entries of the main menu: the children of the home page that are shown in menus."""
        return self.open_to_all(self.home.get_children().live().in_menu()) if self.home else []

    def open_to_all(self, pages):
        with remembered():
            return [page for page in pages if not is_closed(page)]


def house(request):
    return {"house": House(request)}
