"""Where editors keep calendars of others: list, form, "fetch now", and what is wrong on the first screen."""

from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.panels import FieldRowPanel, ObjectList, PageChooserPanel
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.permissions import policy_registry
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet

from pages.events.models import OutsideCalendar
from pages.events.outside.form import OutsideCalendarForm
from pages.events.outside.keeping import bring_in
from pages.events.outside.spoken import amount, words


def may_change(user):
    return policy_registry.get_by_type(OutsideCalendar).user_has_permission(user, "change")


class _SaysWhatCameOfIt:
    """After saving an address, tells what was found there."""

    def form_valid(self, form):
        answer = super().form_valid(form)
        if form.fault:
            messages.warning(self.request, _("Not fetched yet. %(trouble)s") % {"trouble": form.outcome})
        elif form.reading:
            messages.success(self.request, _("Found: %(amount)s.") % {"amount": form.outcome})
        return answer


class CalendarCreateView(_SaysWhatCameOfIt, CreateView):
    """A new calendar of others."""


class CalendarEditView(_SaysWhatCameOfIt, EditView):
    """A calendar of others with another name or address."""


class FetchColumn(Column):
    """A button that fetches a calendar now."""

    cell_template_name = "wagtailadmin/events/fetch_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        request = parent_context.get("request")
        shown = request is not None and instance.is_active and may_change(request.user)
        return {**context, "shown": shown, "csrf_token": get_token(request) if shown else ""}


def _state(calendar):
    """How many dates are shown, or what is wrong; both where an older state is still shown."""
    if not calendar.is_active:
        return _("is not shown")
    said = amount(calendar.dates, calendar.unreadable)
    return f"{words(calendar.trouble)} ({said})" if calendar.trouble else said


@register_snippet
class OutsideCalendarViewSet(SnippetViewSet):
    """The calendars of others whose dates are shown beside our own."""

    model = OutsideCalendar
    icon = "calendar"
    menu_label = gettext_lazy("Calendars of others")
    menu_hook = "register_house_menu_item"
    menu_order = 60
    add_view_class = CalendarCreateView
    edit_view_class = CalendarEditView
    copy_view_enabled = False
    edit_handler = ObjectList(
        ["name", "url", FieldRowPanel(["website", PageChooserPanel("partner")]), "is_active"],
        base_form_class=OutsideCalendarForm,
    )
    list_display = [
        "name",
        DateColumn("fetched_at", label=gettext_lazy("Last fetched")),
        Column("state", label=gettext_lazy("Dates"), accessor=_state),
        FetchColumn("fetch", label=""),
    ]

    def get_queryset(self, request):
        return OutsideCalendar.objects.annotate(dates=Count("events__occurrences"))


class FetchView(View):
    """Fetches one calendar while somebody waits."""

    def post(self, request, pk):
        if not may_change(request.user):
            raise PermissionDenied
        calendar = get_object_or_404(OutsideCalendar, pk=pk, is_active=True)
        fault = bring_in(calendar, timezone.now())
        if fault:
            messages.error(request, f"{calendar}: {words(fault)}")
        else:
            found = OutsideCalendar.objects.annotate(dates=Count("events__occurrences")).filter(pk=pk).first()
            said = amount(found.dates, found.unreadable) if found else ""
            messages.success(request, f"{calendar}: {said}")
        return redirect("wagtailsnippets_events_outsidecalendar:list")


class TroublePanel(Component):
    """That a calendar could not be fetched, as long as that is so."""

    name = "outside_trouble"
    order = 45
    template_name = "wagtailadmin/events/trouble.html"

    def get_context_data(self, parent_context):
        calendars = OutsideCalendar.objects.filter(is_active=True).exclude(trouble="")
        shown = list(calendars[:10]) if may_change(parent_context["request"].user) else []
        return {"calendars": [(calendar, words(calendar.trouble)) for calendar in shown]}


@hooks.register("register_admin_urls")
def addresses():
    return [path("calendars-of-others/<int:pk>/fetch/", FetchView.as_view(), name="fetch_outside_calendar")]


@hooks.register("construct_homepage_panels")
def trouble_panel(request, panels):
    panels.append(TroublePanel())
