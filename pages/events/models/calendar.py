"""The page on which one sees what happens when."""

from django.utils.translation import gettext_lazy as _

from blocks.field import BlockField
from blocks.streams import BodyStream
from pages.base import BasePage
from pages.events import apart
from pages.events.feeds import atom
from pages.events.feeds import calendar as file
from pages.events.looking.calendar import Calendar
from pages.outlets import Outlets


class CalendarPage(Outlets, BasePage):
    """All events: as a list, by month, week or day, to be narrowed down."""

    body = BlockField(BodyStream(), verbose_name=_("content below the calendar"), blank=True)

    texts = [*BasePage.texts, "body"]
    outlets = {
        "kalender.ics": "calendar_file",
        "feed.xml": "coming_feed",
        "aenderungen.xml": "changes_feed",
        "foyer": "foyer",
        "einbetten": "embedded",
        "abonnieren": "subscribing",
    }

    content_panels = [*BasePage.introduction_panels, "body"]
    page_description = _("All events: as a list, by month, week or day.")
    parent_page_types = ["home.HomePage", "standard.StandardPage"]
    subpage_types = ["events.EventPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("calendar")
        verbose_name_plural = _("calendars")

    def get_context(self, request, *args, **kwargs):
        calendar = Calendar(self, request.GET, self.get_url(request) or "")
        return {
            **super().get_context(request, *args, **kwargs),
            "calendar": calendar,
            "same": calendar.look.address(),
        }

    def calendar_file(self, request):
        return file.whole_calendar(self, request)

    def coming_feed(self, request):
        return atom.coming(self, request)

    def changes_feed(self, request):
        return atom.changes(self, request)

    def foyer(self, request):
        return apart.foyer(self, request)

    def embedded(self, request):
        return apart.embedded(self, request)

    def subscribing(self, request):
        return apart.subscribing(self, request)
