"""How the house is, for administrators: on a screen, and on the first one when something is broken."""

from django.shortcuts import redirect
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from pages.screens import PermittedScreen
from quartier.operations.doctor.concern import Group
from quartier.operations.doctor.every import CONCERNS
from quartier.operations.doctor.examining import examine
from quartier.operations.doctor.finding import State
from quartier.operations.doctor.keeping import broken, in_own, is_fresh, keep, latest

PATIENCE, ALTOGETHER = 4, 12
"""Seconds for one concern, and for all: somebody waits at the screen."""

NAMED = 3
SIGNS = {State.GOOD: "check", State.LOOK: "warning", State.BROKEN: "cross"}


class DoctorView(PermittedScreen):
    """What was found a few minutes ago still holds; to look again takes a press of a button."""

    template_name = "wagtailadmin/operations/doctor.html"
    page_title = _("How the website is")
    header_icon = "tasks"
    permission_required = "everything"

    def user_has_permission(self, permission):
        return self.request.user.is_superuser

    def post(self, request):
        keep(_examined())
        return redirect(request.path)

    def get_context_data(self, **kwargs):
        found = latest()
        if not is_fresh(found, timezone.now()):
            found = keep(_examined())
        rows = [_spoken(row, found.taken_at) for row in found.found]
        return {
            **super().get_context_data(**kwargs),
            "taken_at": found.taken_at,
            "broken": [row for row in rows if row["state"] == State.BROKEN],
            "look": [row for row in rows if row["state"] == State.LOOK],
            "groups": [(group.label, there) for group in Group if (there := _of(group, rows))],
        }


class DoctorPanel(Component):
    """Only administrators see it, and only while something is broken."""

    name = "doctor"
    order = 30
    template_name = "wagtailadmin/operations/unwell.html"

    def get_context_data(self, parent_context):
        may_see = parent_context["request"].user.is_superuser
        found = latest() if may_see else None
        rows = [_spoken(row, found.taken_at) for row in broken(found)]
        return {"rows": rows[:NAMED], "more": max(len(rows) - NAMED, 0)}


def _examined():
    return examine(CONCERNS, PATIENCE, ALTOGETHER)


def _of(group, rows):
    """What is good, by concern; what is not stands above already."""
    names = {concern.name for concern in CONCERNS if concern.group == group}
    return [row for row in rows if row["concern"] in names and row["state"] == State.GOOD]


def _spoken(row, taken_at):
    titles = {concern.name: concern.label for concern in CONCERNS}
    at = parse_datetime(row["at"])
    return {
        "concern": row["concern"],
        "title": titles.get(row["concern"], row["concern"]),
        "state": row["state"],
        "sign": SIGNS.get(row["state"], "help"),
        "says": in_own(row["says"], get_language()),
        "do": in_own(row["do"], get_language()),
        "where": row["where"],
        "before": at if at < taken_at else None,
    }
