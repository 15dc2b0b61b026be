"""How easy the published pages are to read: a page among Wagtail's reports."""

import django_filters
from django.db.models import F
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import policy_registry

from quartier.plainly.explaining import ease, school_year
from quartier.plainly.noting import note, unread
from quartier.plainly.reading import LEVELS

READ_AT_ONCE = 60
"""Pages read while somebody waits for the report: about two seconds."""


class LanguageFilter(WagtailFilterSet):
    """Leichte Sprache unless somebody asks for the other."""

    language = django_filters.ChoiceFilter(
        label=_("Language"),
        field_name="locale__language_code",
        choices=[("de-simple", _("Leichte Sprache")), ("de", _("German"))],
        empty_label=None,
    )

    class Meta:
        model = Page
        fields = ["language"]

    def __init__(self, data=None, *args, **kwargs):
        chosen = data.copy() if data is not None else {}
        if not chosen.get("language"):
            chosen["language"] = "de-simple"
        super().__init__(chosen, *args, **kwargs)


class PlainlyReportView(ReportView):
    """Published pages that a user may change, the hardest to read first."""

    model = Page
    page_title = _("Leichte Sprache and plain German")
    header_icon = "openquote"
    index_url_name = "plainly:report"
    index_results_url_name = "plainly:report_results"
    results_template_name = "wagtailadmin/plainly/report_results.html"
    any_permission_required = ["add", "change", "publish"]
    filterset_class = LanguageFilter
    default_ordering = None

    @cached_property
    def permission_policy(self):
        return policy_registry.get_by_type(Page)

    def get_queryset(self):
        may_change = self.permission_policy.instances_user_has_permission_for(self.request.user, "change")
        pages = Page.objects.live().filter(pk__in=may_change.values("pk"), depth__gt=1)
        return pages.filter(locale__language_code__in=LEVELS).select_related("reading", "locale")

    def get_filtered_queryset(self):
        pages = super().get_filtered_queryset()
        note(pages, READ_AT_ONCE)
        self.waiting = unread(pages).count()
        hardest = F("reading__errors").desc(nulls_last=True), F("reading__hints").desc(nulls_last=True)
        return pages.order_by(*hardest, "path")

    def get_context_data(self, *args, **kwargs):
        return {**super().get_context_data(*args, **kwargs), "waiting": self.waiting}

    @property
    def columns(self):
        return [
            TitleColumn("title", label=capfirst(_("title")), url_name="wagtailadmin_pages:edit", width="30%"),
            Column("errors", label=_("Please change"), accessor="reading.errors"),
            Column("hints", label=_("Hints"), accessor="reading.hints"),
            Column("wiener", label=_("School year"), accessor=_wiener),
            Column("lix", label="LIX", accessor=_lix),
            Column("findings", label=_("Findings"), accessor=_findings),
        ]


def _wiener(page):
    reading = getattr(page, "reading", None)
    return _score(reading and reading.wiener, school_year)


def _lix(page):
    reading = getattr(page, "reading", None)
    return _score(reading and reading.lix, ease)


def _score(number, meaning):
    """A number with what it means; the Wiener formula goes below zero for very easy texts."""
    if number is None:
        return "–"
    return format_html("{}<br><small>{}</small>", max(0, round(number)), meaning(number))


def _findings(page):
    address = reverse("plainly:page", args=[page.pk])
    return format_html('<a href="{}">{}</a>', address, gettext("Look at them"))
