"""Where "Events from a file" stands: above the pages below a calendar."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button

from pages.events.models import CalendarPage
from pages.events.upload.views import ExampleView, UploadView


@hooks.register("register_admin_urls")
def addresses():
    return [
        path("events-from-a-file/example.csv", ExampleView.as_view(), name="upload_events_example"),
        path("events-from-a-file/<int:pk>/", UploadView.as_view(), name="upload_events"),
    ]


@hooks.register("register_page_header_buttons")
def header_button(page, user, view_name, next_url=None):
    if page.specific_class is CalendarPage and page.permissions_for_user(user).can_add_subpage():
        address = reverse("upload_events", args=[page.pk])
        yield Button(_("Events from a file"), address, icon_name="upload", priority=18)
