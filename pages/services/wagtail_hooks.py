"""What services add to Wagtail."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem

from pages.services.reports import ReviewReportView


@hooks.register("register_admin_urls")
def register_review_report():
    return [
        path("reports/services/", ReviewReportView.as_view(), name="review_report"),
        path(
            "reports/services/results/",
            ReviewReportView.as_view(results_only=True),
            name="review_report_results",
        ),
    ]


class ReviewReportMenuItem(MenuItem):
    """Shown to everyone who may edit pages."""

    def is_shown(self, request):
        return user_has_any_page_permission(request.user)


@hooks.register("register_reports_menu_item")
def register_review_report_menu_item():
    return ReviewReportMenuItem(
        _("Services to look at again"), reverse("review_report"), icon_name="date", order=110
    )
