"""Where editors read what was sent."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.contrib.forms.utils import get_forms_for_user

from pages.enquiries.desk.readers import readable
from pages.enquiries.desk.views import FileView, FindView, SubmissionView
from pages.enquiries.models import Submission

ONE = "<int:page_id>/<int:submission_id>/"
ADDRESSES = (
    [
        path("find/", FindView.as_view(), name="find"),
        path(ONE, SubmissionView.as_view(), name="submission"),
        path(f"{ONE}<int:file_id>/", FileView.as_view(), name="file"),
    ],
    "enquiries",
)


class FindMenuItem(MenuItem):
    """For those who may read something of what was sent."""

    def is_shown(self, request):
        return get_forms_for_user(request.user).exists()


@hooks.register("register_admin_urls")
def addresses():
    return [path("enquiries/", include(ADDRESSES))]


@hooks.register("filter_form_submissions_for_user")
def only_for_readers(user, forms):
    return readable(user, forms)


@hooks.register("register_reports_menu_item")
def find_menu_item():
    return FindMenuItem(_("Find what somebody sent"), reverse("enquiries:find"), icon_name="search", order=80)


@hooks.register("register_permissions")
def permissions():
    return Submission.permissions()
