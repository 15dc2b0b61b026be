"""What events add to the editor's side: the desk for dates, school holidays, words in the history."""

import json

from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.admin.userbar import BaseItem
from wagtail.admin.widgets import Button
from wagtail.snippets.models import register_snippet

from pages.autosave import is_autosave
from pages.events import (
    answering,  # noqa: F401 (it registers itself)
    logged,
)
from pages.events.addresses import moment
from pages.events.desk import finding
from pages.events.desk.deciding import DateView
from pages.events.desk.holidays import SchoolHolidayViewSet
from pages.events.desk.rescheduling import AddDateView, FromHereView
from pages.events.desk.trying import TryView, odd
from pages.events.desk.views import EventDatesView, SoonView
from pages.events.models import EventPage
from pages.events.models.schedule import APPLIES
from pages.events.outside import desk as calendars_of_others  # noqa: F401 (it registers itself)
from pages.events.upload import desk as events_from_a_file  # noqa: F401 (it registers itself)

register_snippet(SchoolHolidayViewSet)

ONE = "<int:page_id>/dates/<str:date>/"
ADDRESSES = (
    [
        path("soon/", SoonView.as_view(), name="soon"),
        path("try/", TryView.as_view(), name="try"),
        path("<int:page_id>/dates/", EventDatesView.as_view(), name="dates"),
        path("<int:page_id>/add-date/", AddDateView.as_view(), name="add_date"),
        path(ONE, DateView.as_view(), name="date"),
        path(f"{ONE}from-here/", FromHereView.as_view(), name="from_here"),
    ],
    "events",
)


@hooks.register("register_admin_urls")
def addresses():
    return [path("events/", include(ADDRESSES))]


class SoonMenuItem(MenuItem):
    """Shown to everyone who may edit pages."""

    def is_shown(self, request):
        return user_has_any_page_permission(request.user)


@hooks.register("register_admin_menu_item")
def soon_menu_item():
    return SoonMenuItem(
        pgettext_lazy("in the menu", "Next two weeks"), reverse("events:soon"), icon_name="date", order=110
    )


@hooks.register("register_log_actions")
def words_of_the_history(actions):
    logged.register(actions)


@hooks.register("register_page_header_buttons")
def all_dates(page, user, view_name, next_url=None):
    if isinstance(page.specific_deferred, EventPage) and page.live:
        address = reverse("events:dates", args=[page.pk])
        yield Button(_("Change single dates"), address, icon_name="date", priority=12)


class DatesItem(BaseItem):
    """From the page of an event, or of one of its dates, to where that is changed."""

    template_name = "wagtailadmin/events/userbar.html"

    def __init__(self, address, words):
        super().__init__()
        self.address, self.words = address, words


@hooks.register("construct_wagtail_userbar")
def change_dates(request, items, page):
    if not (request and isinstance(page, EventPage) and page.pk):
        return
    event = finding.event_of(page.pk)
    if not (event.live and finding.may_change(request.user, event)):
        return
    name = request.path.rstrip("/").rpartition("/")[2]
    if moment(name):
        items.append(DatesItem(reverse("events:date", args=[event.pk, name]), _("Change this date")))
    items.append(DatesItem(reverse("events:dates", args=[event.pk]), _("Change single dates")))


@hooks.register("insert_editor_js")
def live_hints():
    return format_html(
        '<script type="module" src="{}" data-address="{}" data-applies="{}"></script>',
        static("desk/schedule.js"),
        reverse("events:try"),
        json.dumps({rhythm: sorted(names) for rhythm, names in APPLIES.items()}),
    )


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def say_what_is_odd(request, page):
    """After a save that the editor asked for; not after the silent ones in between."""
    if isinstance(page, EventPage) and not is_autosave(request):
        for warning in odd(page, timezone.localdate()):
            messages.warning(request, warning)
