"""From rows of the table to events for a calendar file: a number of queries that does not grow.

A whole programme has a hundred thousand rows, and of most of them nothing is said but when they are. So they
are read as plain values, one event after the other, and become dates only where words are asked for.
"""

from collections import defaultdict
from functools import cached_property
from itertools import groupby
from operator import itemgetter

from django.db.models import prefetch_related_objects
from django.utils.translation import get_language

from blocks.reading import mark
from pages.centre.models import Centre
from pages.events.calendars import Date, Event
from pages.events.choices import State
from pages.events.feeds import said
from pages.events.listing import by_number_and_key, pages_of
from pages.events.models.occurrence import Occurrence
from pages.events.models.outside import OutsideEvent
from pages.events.models.schedule import ScheduleLine
from pages.events.vevent import Said
from pages.feeds.names import absolute, host
from pages.places.models import Place, Room
from pages.wording import Wording

FIELDS = (
    *(
        "page_id",
        "outside_id",
        "event",
        "original",
        "starts",
        "ends",
        "until",
        "is_whole_day",
        "state",
        "is_full",
    ),
    *("is_moved", "has_other_room", "moved_to", "reason", "reason_note", "room_id", "place_id", "changed_at"),
)
AT_ONCE = 2000


def events(dates, request):
    """The dates of a queryset, event by event; eight queries, however many there are."""
    around = Around(dates, request)
    rows = dates.order_by("event", "original", "-state").values(*FIELDS).iterator(AT_ONCE)
    for _key, group in groupby(rows, key=itemgetter("event")):
        yield Programme(list(group), around).event


class Around:
    """What the dates of many events share. What is said of many dates in the same words is said once."""

    def __init__(self, dates, request):
        self.request, self.centre = request, Centre.for_request(request)
        ours = dates.order_by().filter(page__isnull=False)
        pages = list(pages_of(ours.values("page"), ours.values("event")))
        self.facts, self.texts = by_number_and_key([mark(page) for page in pages])
        prefetch_related_objects(list(self.facts.values()), "contact", "topics")
        self.rules = defaultdict(list)
        for line in ScheduleLine.objects.filter(page__in=ours.values("page")).order_by("sort_order", "pk"):
            self.rules[line.page_id].append(line.rule)
        self.rooms = Room.objects.select_related("place").in_bulk()
        self.places = Place.objects.in_bulk()
        others = dates.order_by().filter(outside__isnull=False).values("outside")
        self.outside = OutsideEvent.objects.filter(pk__in=others).select_related("calendar").in_bulk()
        self.known = {}

    def once(self, key, say):
        if key not in self.known:
            self.known[key] = say()
        return self.known[key]


class Programme:
    """All dates of one event, and the words for them."""

    def __init__(self, rows, around):
        self.rows, self.around = rows, around
        first = rows[0]
        self.outside = around.outside.get(first["outside_id"])
        self.facts = around.facts.get(first["page_id"])
        self.text = around.texts.get(first["event"], self.facts) if self.facts else None
        self.rules = around.rules[first["page_id"]] if self.facts else []

    @property
    def event(self):
        return Event(
            key=str(self.rows[0]["event"]),
            host=host(),
            dates=tuple(map(_date, self.rows)),
            changed=max(filter(None, self._changes())),
            say=self.say,
            rules=tuple(self.rules),
        )

    def say(self, date, is_series):
        row = self._told(date.row)
        url = self.url if is_series and self.text else self.url_of(row)
        where = row.room_id, row.place_id
        return Said(
            summary=said.title(row),
            description=self._description(row, url),
            location=said.location(row)
            if self.outside
            else self.around.once(where, lambda: said.location(row)),
            geo=None if self.outside else said.geo(row),
            url=url,
            categories=self.categories,
            is_cancelled=row.state != State.SCHEDULED,
            language="" if row.language in ("", get_language()) else row.language,
        )

    def url_of(self, row):
        return f"{self.url}{row.name}/" if self.text else row.outside.link

    @cached_property
    def url(self):
        return absolute(self.text.get_url(self.around.request) or "/")

    @cached_property
    def about(self):
        return said.about(self.facts, self.text, self.rules, self.around, self.url)

    @cached_property
    def categories(self):
        return tuple(str(topic.name) for topic in self.facts.topics.all()) if self.facts else ()

    def _told(self, row):
        told = Occurrence(**row)
        told.room, told.place = self.around.rooms.get(row["room_id"]), self.around.places.get(row["place_id"])
        told.outside, told.facts, told.text = self.outside, self.facts, self.text
        return told

    def _description(self, row, url):
        if self.text:
            access = self.around.once(("in", row.room_id), lambda: said.access(row.room))
            return said.description([said.became(row), *self.about, *access, url])
        others = row.outside
        return said.description([said.became(row), others.description, others.calendar.name, url])

    def _changes(self):
        yield from (row["changed_at"] for row in self.rows)
        if self.outside:
            yield self.outside.updated_at
        if self.text:
            yield from (self.facts.last_published_at, self.text.last_published_at)


def _date(row):
    note = tuple(sorted((row["reason_note"] or Wording()).items()))
    told = row["state"], row["is_full"], row["is_moved"], row["room_id"], row["place_id"], row["reason"], note
    return Date(
        original=row["original"],
        starts=row["starts"],
        ends=row["ends"],
        is_whole_day=row["is_whole_day"],
        is_usual=row["state"] == State.SCHEDULED and not row["is_full"] and not row["is_moved"],
        is_left=row["state"] == State.POSTPONED,
        told=told,
        row=row,
    )
