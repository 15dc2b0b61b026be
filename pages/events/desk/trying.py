"""What a form that is being filled in will become, said below each of its dates and series.

Answers nothing about what is stored, except that another public event is in the same room.
"""

from django.forms import modelform_factory
from django.http import JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.generic import View
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.models import Site

from pages.events.choices import OnClosedDays
from pages.events.desk.finding import demand
from pages.events.foretelling import hint, reach
from pages.events.meeting import clashes, span_of
from pages.events.models import EventPage, LeftOutDay, ScheduleLine
from pages.events.models.event import MOST_DAYS, MOST_LINES
from pages.events.occurrences import free_days
from pages.events.planning import Schedule
from pages.events.recurrence import days, slot_on
from pages.places.models import Room

FIELDS = [
    *("frequency", "first_day", "more_days", "starts", "ends", "interval", "weekdays", "positions"),
    *("last_day", "count", "room"),
]
LineForm = modelform_factory(ScheduleLine, WagtailAdminModelForm, fields=FIELDS)
DayForm = modelform_factory(LeftOutDay, WagtailAdminModelForm, fields=["day"])


class TryView(View):
    """Takes the fields of the form of an event, gives back a piece of HTML for each line that is complete."""

    http_method_names = ("post",)

    def post(self, request):
        demand(user_has_any_page_permission(request.user))
        lines = dict(_lines(request.POST))
        if not lines:
            return JsonResponse({"lines": {}})
        schedule, today = _schedule(request.POST, lines.values()), timezone.localdate()
        free = free_days(*reach(schedule.rules, today), Site.find_for_request(request))
        told = {
            name: render_to_string(
                "wagtailadmin/events/hint.html",
                {"hint": _hint(line, schedule, free, today, request.POST)},
            )
            for name, line in lines.items()
        }
        return JsonResponse({"lines": told})


def odd(page, today):
    """What is odd about the dates of an event that was just saved: said once, and never in the way."""
    schedule = page.schedule
    free = free_days(*reach(schedule.rules, today), page.get_site())
    said = {}
    for line in page.lines_in_order:
        said |= dict.fromkeys(hint(line.rule, schedule, free, today).warnings)
        said |= dict.fromkeys(_clashes(line, line.room or page.room, page.translation_key, today))
    return list(said)


def _hint(line, schedule, free, today, sent):
    found = hint(line.rule, schedule, free, today)
    found.warnings += _clashes(line, line.room or _room(sent.get("room")), _key(sent.get("page")), today)
    return found


def _clashes(line, room, event, today):
    if room is None:
        return []
    ahead = days(line.rule, today, reach([line.rule], today)[1])
    return clashes(room, [span_of(slot_on(line.rule, day)) for day in ahead], event, today)


def _lines(sent):
    """Each line without a fault, by its name in the form."""
    for number in range(min(_number(sent.get("lines-TOTAL_FORMS")), MOST_LINES)):
        prefix = f"lines-{number}"
        if sent.get(f"{prefix}-DELETE"):
            continue
        form = LineForm(sent, prefix=prefix)
        if form.is_valid():
            yield prefix, form.instance


def _schedule(sent, lines):
    closed = sent.get("on_closed_days", "")
    return Schedule(
        rules=tuple(line.rule for line in lines),
        left_out=frozenset(_left_out(sent)),
        skips_public_holidays="skips_public_holidays" in sent,
        skips_school_holidays="skips_school_holidays" in sent,
        on_closed_days=closed if closed in OnClosedDays.values else OnClosedDays.SHOW,
    )


def _left_out(sent):
    for number in range(min(_number(sent.get("left_out-TOTAL_FORMS")), MOST_DAYS)):
        form = DayForm(sent, prefix=f"left_out-{number}")
        if not sent.get(f"left_out-{number}-DELETE") and form.is_valid():
            yield form.instance.day


def _room(key):
    return Room.objects.filter(pk=_number(key)).first()


def _key(page):
    return EventPage.objects.filter(pk=_number(page)).values_list("translation_key", flat=True).first()


def _number(text):
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 10 else 0
