"""Whose consent must be asked for: a page among Wagtail's reports."""

from datetime import timedelta

from django.utils import formats, timezone
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.images.views.images import ImagePreviewColumn
from wagtail.models import ReferenceIndex

from pages.pictures.models import Consent, Picture

SOON = timedelta(days=30)


class ConsentReportView(ReportView):
    """Pictures whose consent is missing, has ended, or ends soon, and where they stand."""

    model = Picture
    page_title = _("Consent to pictures")
    header_icon = "image"
    index_url_name = "consent_report"
    index_results_url_name = "consent_report_results"
    results_template_name = "pages/pictures/consent_report_results.html"
    any_permission_required = ["add", "change"]

    def get_queryset(self):
        return Picture.objects.needing_consent(timezone.localdate() + SOON).prefetch_renditions("max-165x165")

    @property
    def columns(self):
        return [
            ImagePreviewColumn("preview", label=_("Preview"), width="20%"),
            TitleColumn("title", label=capfirst(_("title")), url_name="wagtailimages:edit", width="30%"),
            Column("consent", label=_("Consent"), accessor=state_of_consent),
            Column("places", label=_("Stands on"), accessor="places"),
        ]

    def decorate_paginated_queryset(self, object_list):
        pictures = list(object_list)
        finder = AdminURLFinder(self.request.user)
        for picture, places in ReferenceIndex.get_grouped_references_to_in_bulk(pictures).items():
            picture.places = _links(finder, [place for place, _references in places])
        return pictures


def state_of_consent(picture):
    """One phrase: missing, ended on, ends on."""
    if picture.consent == Consent.MISSING:
        return gettext("missing")
    day = formats.date_format(picture.consent_until)
    if picture.may_be_shown:
        return gettext("ends on %(day)s") % {"day": day}
    return gettext("ended on %(day)s") % {"day": day}


def _links(finder, places):
    """Each place by its name, as a link where the editor may go."""
    links = ((finder.get_edit_url(place), place) for place in places)
    return format_html_join(
        "",
        "<div>{}</div>",
        ((format_html('<a href="{}">{}</a>', url, place) if url else str(place),) for url, place in links),
    )
