"""What the writing helper adds to the editor's side: its addresses and its report."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button

from quartier.plainly.reading import LEVELS
from quartier.plainly.reports import PlainlyReportView
from quartier.plainly.views import PageView, TryView

ADDRESSES = (
    [
        path("plainly/try/", TryView.as_view(), name="try"),
        path("plainly/pages/<int:page_id>/", PageView.as_view(), name="page"),
        path("reports/plainly/", PlainlyReportView.as_view(), name="report"),
        path("reports/plainly/results/", PlainlyReportView.as_view(results_only=True), name="report_results"),
    ],
    "plainly",
)


@hooks.register("register_admin_urls")
def addresses():
    return [path("", include(ADDRESSES))]


class ReportMenuItem(MenuItem):
    """Shown to everyone who may edit pages."""

    def is_shown(self, request):
        return user_has_any_page_permission(request.user)


@hooks.register("register_reports_menu_item")
def report_menu_item():
    return ReportMenuItem(
        _("Leichte Sprache and plain German"), reverse("plainly:report"), icon_name="openquote", order=120
    )


@hooks.register("register_page_header_buttons")
def findings(page, user, view_name, next_url=None):
    """The way to what the rules find in a draft, also without a script."""
    if page.pk and page.locale.language_code in LEVELS and page.permissions_for_user(user).can_edit():
        address = reverse("plainly:page", args=[page.pk])
        yield Button(_("Check the language"), address, icon_name="openquote", priority=65)
