"""One event: what it is in texts, when and where it is in facts, which hold in every language at once."""

from urllib.parse import urlencode

from django.db import models, transaction
from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel

from blocks.originals import originals
from blocks.reading import lend
from pages.events.addresses import DatedAddresses, Part
from pages.events.choices import OnClosedDays, Weather
from pages.events.dates import LIST, dates_of, planned_dates
from pages.events.feeds import calendar as file
from pages.events.forms import EventForm
from pages.events.occurrences import drafted, rebuild
from pages.events.panels import Folded, dates_panel
from pages.events.planning import Schedule
from pages.events.spoken import local
from pages.events.widgets import TimeInput
from pages.offers.choices import Registration
from pages.offers.models import Offer
from pages.phrasing import dated
from pages.websites import WebAddressField
from pages.wording import WordingField

MOST_LINES, MOST_DAYS = 30, 200
"""Dates and series, and days left out, in one form. Who needs more has several events."""


class EventPage(DatedAddresses, Offer):
    """Something that happens once or again and again."""

    skips_public_holidays = models.BooleanField(_("not on public holidays"), default=False)
    skips_school_holidays = models.BooleanField(_("not in the school holidays"), default=False)
    on_closed_days = models.CharField(
        _("while the whole house is closed"),
        max_length=6,
        choices=OnClosedDays.choices,
        default=OnClosedDays.SHOW,
    )
    doors = models.TimeField(_("doors open at"), null=True, blank=True)
    is_online = models.BooleanField(
        _("online"), default=False, help_text=_("Instead of a room, or beside it.")
    )
    online_link = WebAddressField(
        _("address for taking part online"), blank=True, help_text=_("Everybody can see it.")
    )
    meeting_point = WordingField(
        _("meeting point"), blank=True, max_length=160, help_text=_("Where it does not begin in a room.")
    )
    weather = models.CharField(
        _("if it rains"), max_length=8, choices=Weather.choices, default=Weather.NONE, blank=True
    )
    seats = models.PositiveSmallIntegerField(
        _("places"), null=True, blank=True, help_text=_("How many people can take part. Empty: no limit.")
    )
    service = models.ForeignKey(
        "services.ServicePage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("belongs to the service"),
        help_text=_("Its next dates then stand on the page of the service, too."),
    )

    facts = [
        *Offer.facts,
        *("lines", "left_out", "skips_public_holidays", "skips_school_holidays", "on_closed_days", "doors"),
        *("is_online", "online_link", "meeting_point", "weather", "seats", "service"),
    ]

    content_panels = [
        *Offer.introduction_panels,
        dates_panel(),
        InlinePanel(
            "lines",
            heading=_("When?"),
            label=_("date or series"),
            help_text=_("A date, a time: that is enough. Each further date or series is one more below."),
            min_num=1,
            max_num=MOST_LINES,
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(["skips_public_holidays", "skips_school_holidays"]),
                Folded(
                    [
                        "on_closed_days",
                        InlinePanel(
                            "left_out", heading=_("Also not on"), label=_("day left out"), max_num=MOST_DAYS
                        ),
                    ],
                    _("Closed days and single days"),
                ),
            ],
            _("When does a series not take place?"),
        ),
        MultiFieldPanel(
            [FieldRowPanel(["room", "place"]), "meeting_point", FieldRowPanel(["is_online", "online_link"])],
            _("Where?"),
        ),
        Offer.audience_panel,
        Offer.cost_panel,
        MultiFieldPanel([*Offer.registration_panels, "seats"], _("How to take part")),
        MultiFieldPanel(
            ["bring_along", FieldRowPanel([FieldPanel("doors", widget=TimeInput), "weather"]), "access_note"],
            _("Good to know"),
            classname="collapsed",
        ),
        Offer.help_panel,
        FieldPanel("body"),
        MultiFieldPanel([PageChooserPanel("service"), "partner"], _("Who runs it"), classname="collapsed"),
        *Offer.funding_panels,
    ]
    along = (*Offer.along, "service")
    base_form_class = EventForm
    dates = None  # those that the page tells of, while it is read
    outlets = {"kalender.ics": "calendar_file"}
    date_outlets = {"kalender.ics": "date_file"}
    page_description = _("Something that happens, once or again and again.")
    parent_page_types = ["events.CalendarPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    @property
    def is_original(self):
        """Whether the facts of this page count: it is the first of its translations."""
        return originals(EventPage.objects.filter(pk=self.pk)).exists()

    @property
    def is_drop_in(self):
        """Whether one may just come."""
        return self.registration == Registration.NONE

    @cached_property
    def lines_in_order(self):
        return list(self.lines.all())

    @property
    def schedule(self):
        """What an editor entered, as plain values."""
        return Schedule(
            rules=tuple(line.rule for line in self.lines_in_order),
            left_out=frozenset(each.day for each in self.left_out.all()),
            skips_public_holidays=self.skips_public_holidays,
            skips_school_holidays=self.skips_school_holidays,
            on_closed_days=self.on_closed_days,
        )

    @transaction.atomic
    def save(self, *args, update_fields=None, **kwargs):
        """What is published and its dates change together or not at all.

        A draft is noted with `update_fields` by an object that holds its unpublished facts: no dates then.
        """
        super().save(*args, update_fields=update_fields, **kwargs)
        if update_fields is None:
            self.__dict__.pop("lines_in_order", None)
            rebuild(self)

    def get_context(self, request, *args, date=None, **kwargs):
        """`date` is the one whose address was asked for. What the page tells of its dates stays with it."""
        facts, now = self.original, timezone.now()
        if self.pk:
            prefetch_related_objects([facts], *self.shown_with())
        if facts is not self:
            lend(facts, self)  # once more, with what has just been fetched
        prefetch_related_objects(facts.lines_in_order, "room")
        if getattr(request, "is_preview", False):
            self.dates = planned_dates(self, drafted(self, now), now)
        else:
            self.dates = dates_of(self, request.GET.get(LIST, ""), now, date)
        shown = {"facts": facts, "dates": self.dates, "part": date and _part(date)}
        if self.dates.asked and not date:
            shown["same"] = urlencode({LIST: self.dates.asked})
        return {**super().get_context(request, *args, **kwargs), **shown}

    def calendar_file(self, request):
        """All dates, for a calendar program."""
        return file.event_calendar(self, request)

    def date_file(self, request, date):
        """One date, for a calendar program."""
        return file.date_calendar(self, date, request)

    def texts_to_find(self):
        yield _("Dates: %(lines)s") % {"lines": "; ".join(map(str, self.lines_in_order))}
        yield from super().texts_to_find()


def _part(date):
    """The address of a date below that of its event, and its name on the way there."""
    return Part(f"{date.name}/", dated(local(date.starts)))
