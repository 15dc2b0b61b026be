"""What the history of an event says about its dates."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

from pages.events import changing, rescheduling
from pages.events.choices import Reason
from pages.events.spoken import local

VERBS = {
    f"{changing.LOG}.cancel": (gettext_lazy("Cancel a date"), gettext_lazy("Cancelled: %(date)s")),
    f"{changing.LOG}.postpone": (
        gettext_lazy("Postpone a date"),
        gettext_lazy("Postponed: %(date)s, to %(to)s"),
    ),
    f"{changing.LOG}.move": (gettext_lazy("Move a date"), gettext_lazy("Other time: %(date)s, now %(to)s")),
    f"{changing.LOG}.room": (
        gettext_lazy("Change the room of a date"),
        gettext_lazy("Other room: %(date)s, %(room)s"),
    ),
    f"{changing.LOG}.fill": (
        gettext_lazy("Say that a date is fully booked"),
        gettext_lazy("Fully booked: %(date)s"),
    ),
    f"{changing.LOG}.free": (
        gettext_lazy("Say that a date has places"),
        gettext_lazy("Places again: %(date)s"),
    ),
    f"{changing.LOG}.undo": (
        gettext_lazy("Undo a change of a date"),
        gettext_lazy("Undone: the change of %(date)s"),
    ),
    f"{rescheduling.LOG}.change": (gettext_lazy("Change a series"), gettext_lazy("Changed from %(date)s on")),
    f"{rescheduling.LOG}.end": (gettext_lazy("End a series"), gettext_lazy("Ended before %(date)s")),
    f"{rescheduling.LOG}.add": (gettext_lazy("Add a date"), gettext_lazy("Added: %(date)s")),
}


def register(actions):
    """Every verb, with its words."""
    for action, (label, message) in VERBS.items():
        actions.register_action(action)(
            type("DateFormatter", (DateFormatter,), {"label": label, "words": message})
        )


class DateFormatter(LogFormatter):
    """Names the date, and why."""

    words = ""

    def format_message(self, entry):
        data = entry.data
        said = str(self.words) % {
            "date": _told(data.get("original") or data.get("day")),
            "to": _told(data.get("starts")),
            "room": data.get("room", ""),
        }
        why = [Reason(data["reason"]).label if data.get("reason") in Reason.values else "", data.get("note")]
        why = ", ".join(str(each) for each in why if each and each != Reason.NONE.label)
        return f"{said} ({why})" if why else said


def _told(text):
    if not text:
        return ""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        return date_format(moment, "DATE_FORMAT")
    return _("%(day)s, %(time)s") % {
        "day": date_format(local(moment), "DATE_FORMAT"),
        "time": f"{local(moment):%H:%M}",
    }
