"""The list of school holidays, which says itself when it has run out."""

from django.contrib import messages
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from pages.events import school
from pages.events.models import SchoolHoliday


class HolidaysIndexView(IndexView):
    """Tells above the list how far the data reach, as long as something should be done about it."""

    def get(self, request, *args, **kwargs):
        if not self.results_only and (said := state(school.region_of_the_house())):
            messages.warning(request, said)
        return super().get(request, *args, **kwargs)


def state(region) -> str:
    """What is missing, in words; empty where all is well."""
    last = school.last_known(region)
    if last is None:
        return _(
            "No school holidays are known for your state. "
            "Until you enter them here, series take place in the holidays, too."
        )
    if school.ends_soon(region):
        return _(
            "The school holidays are known until %(day)s only. Please enter the next ones in good time."
        ) % {"day": date_format(last, "DATE_FORMAT")}
    return ""


class SchoolHolidayViewSet(SnippetViewSet):
    """By their days."""

    model = SchoolHoliday
    icon = "date"
    menu_hook = "register_house_menu_item"
    menu_order = 25
    list_display = ["name", "first_day", "last_day"]
    index_view_class = HolidaysIndexView

    def get_queryset(self, request):
        return SchoolHoliday.of(school.region_of_the_house()).order_by("first_day")
