"""Lists of dates at the desk: the next two weeks of the house, and all dates of one event."""

from datetime import timedelta

from django.conf import settings
from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.models import Page

from pages.events.desk import finding, rows
from pages.events.desk.asking import WhyForm
from pages.events.listing import LONGEST
from pages.events.models import Occurrence
from pages.screens import Screen, form_of

TWO_WEEKS = timedelta(days=14)
ON_ONE_PAGE = 40
IN_TWO_WEEKS = 200
"""A full programme of two weeks stands on one page: next week is never out of sight."""


class DatesListView(Screen):
    """Dates by day, each with what can be done about it; which ones, each view says by `dates()`."""

    template_name = "wagtailadmin/events/dates.html"
    header_icon = "date"
    at_once = ON_ONE_PAGE

    def get_context_data(self, **kwargs):
        page = Paginator(self.dates(), self.at_once).get_page(self.request.GET.get("p"))
        keys = [date.pk for date in page.object_list]
        found = rows.rows(Occurrence.objects.filter(pk__in=keys), self.request.user, timezone.now())
        return {
            **super().get_context_data(**kwargs),
            "days": rows.by_day(found),
            "dates": page,
            "here": self.request.get_full_path(),
            "why": WhyForm(),
            "house_language": settings.LANGUAGE_CODE,
        }


class SoonView(PermissionCheckedMixin, DatesListView):
    """What is on in the house in the next two weeks."""

    page_title = _("The next two weeks")
    model = Page
    at_once = IN_TWO_WEEKS
    any_permission_required = ("add", "change", "publish")

    def dates(self):
        now = timezone.now()
        ahead = rows.visible(self.request.user).between(now, now + TWO_WEEKS)
        return ahead.filter(starts__gt=now - LONGEST).order_by("starts", "event", "original")

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "names_events": True}


class EventDatesView(DatesListView):
    """All dates of one event; those that are over are only to be read."""

    page_title = _("All dates")

    @cached_property
    def event(self):
        return finding.event_of(self.kwargs["page_id"])

    def dispatch(self, request, *args, **kwargs):
        finding.demand(finding.may_see(request.user, self.event))
        return super().dispatch(request, *args, **kwargs)

    @property
    def shows_past(self):
        return self.request.GET.get("past") == "1"

    def get_page_subtitle(self):
        return self.event.get_admin_display_title()

    def way(self):
        return [form_of(self.event)]

    def dates(self):
        dates, now = Occurrence.objects.filter(page=self.event), timezone.now()
        if self.shows_past:
            return dates.filter(until__lte=now).order_by("-starts")
        return dates.not_over(now).order_by("starts", "original")

    def get_context_data(self, **kwargs):
        event = self.event
        return {
            **super().get_context_data(**kwargs),
            "event": event,
            "sentences": [str(line) for line in event.lines_in_order] if event.live else [],
            "shows_past": self.shows_past,
            "may_change": finding.may_change(self.request.user, event),
        }
