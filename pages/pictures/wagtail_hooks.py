"""What pictures add to Wagtail."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import policy_registry

from pages.pictures.encoding import QuickFormatOperation
from pages.pictures.models import Picture
from pages.pictures.reports import ConsentReportView


@hooks.register("register_image_operations", order=10)
def register_quick_format():
    return [("format", QuickFormatOperation)]


@hooks.register("register_admin_urls")
def register_consent_report():
    return [
        path("reports/consent/", ConsentReportView.as_view(), name="consent_report"),
        path(
            "reports/consent/results/",
            ConsentReportView.as_view(results_only=True),
            name="consent_report_results",
        ),
    ]


class ConsentReportMenuItem(MenuItem):
    """Seen by those who may change pictures."""

    def is_shown(self, request):
        return policy_registry.get_by_type(Picture).user_has_any_permission(request.user, ["add", "change"])


@hooks.register("register_reports_menu_item")
def register_consent_report_menu_item():
    return ConsentReportMenuItem(
        _("Consent to pictures"), reverse("consent_report"), icon_name="image", order=650
    )
