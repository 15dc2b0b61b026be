"""A new issue, which has already written itself: title, subject, period, and what could go in."""

from datetime import date, datetime

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import override

from pages.newsletters.filling import proposals
from pages.newsletters.kinds import EVENTS, TITLES
from pages.newsletters.periods import next_to_tell, period
from pages.phrasing import comma, dated

NAMED = 3
"""So many events stand in the preview text."""

LONGEST_SUBJECT, LONGEST_PREHEADER = 50, 90
"""Characters that mail programs show of them, on a phone too; longer ones are cut off there."""


def begin(issue, index, now: datetime, first: date | None = None):
    """Fills an issue that nobody has written yet, for the month that begins on a day, else for the next one
    that no issue has told of.

    In the language of the newsletter. Nothing is saved.
    """
    issue.first_day = first or next_to_tell(index, now)
    issue.first_day, issue.last_day = period(issue, now)
    with override(index.original.locale.language_code):
        found = proposals(index, issue, now)
        month = {"month": dated(issue.first_day, "YEAR_MONTH_FORMAT")}
        issue.title = _("Newsletter %(month)s") % month
        issue.subject = _("What is on in %(month)s") % {"month": dated(issue.first_day, "F")}
        issue.preheader = _shortened(
            [each.page.title for each in found if each.is_ticked and each.kind == EVENTS]
        )
        issue.body = _body(type(issue).body.field.stream_block)
    issue.items = [
        issue.items.model(about=each.page.page_ptr, is_in=each.is_ticked, sort_order=place)
        for place, each in enumerate(found)
    ]


def _shortened(titles):
    """The first few of them that fit into what mail programs show."""
    fitting = [titles[:number] for number in range(NAMED, 0, -1)]
    lines = (comma().join(some) for some in fitting)
    return next((line for line in lines if len(line) <= LONGEST_PREHEADER), "")


def _body(stream):
    greeting, more = _("Dear neighbours,"), _("[[one or two sentences of your own]]")
    text = format_html("<p>{}</p><p>{}</p>", greeting, more)
    sections = [{"type": kind, "value": {"title": ""}} for kind in TITLES]
    return stream.to_python([{"type": "text", "value": str(text)}, *sections])
