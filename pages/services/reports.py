"""Which services should be looked at again: a page among Wagtail's reports."""

from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import policy_registry

from pages.services.models import ServicePage

SOON = timedelta(days=30)


def due_for_review(user):
    """Published services whose day has come or comes soon, of those that a user may change, the oldest first.

    Of a service in many languages only the original: its facts are those of all.
    """
    may_change = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    due = ServicePage.objects.live().filter(review_by__lte=timezone.localdate() + SOON)
    original = ServicePage.objects.filter(translation_key=OuterRef("translation_key"), pk__lt=OuterRef("pk"))
    due = due.filter(~Exists(original), pk__in=may_change.values("pk"))
    return due.select_related("contact").order_by("review_by", "path").defer_streamfields()


class ReviewReportView(ReportView):
    """Services whose facts somebody should look at again, and whom to ask about them."""

    model = ServicePage
    page_title = _("Services to look at again")
    header_icon = "date"
    index_url_name = "review_report"
    index_results_url_name = "review_report_results"
    results_template_name = "pages/services/review_report_results.html"
    any_permission_required = ["add", "change", "publish"]

    @cached_property
    def permission_policy(self):
        return policy_registry.get_by_type(Page)

    def get_queryset(self):
        return due_for_review(self.request.user)

    @property
    def columns(self):
        return [
            TitleColumn("title", label=capfirst(_("title")), url_name="wagtailadmin_pages:edit", width="40%"),
            Column("review_by", label=_("Look at it again"), accessor=state_of_review),
            Column("contact", label=capfirst(_("contact")), accessor="contact"),
        ]


def state_of_review(service):
    """One phrase: since when it waits, or until when there is time."""
    day = date_format(service.review_by)
    if service.review_by < timezone.localdate():
        return gettext("was due on %(day)s") % {"day": day}
    return gettext("by %(day)s") % {"day": day}
