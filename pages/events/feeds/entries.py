"""From rows of the table to events for a calendar file: a number of queries that does not grow."""

from collections import defaultdict
from functools import cached_property
from itertools import groupby
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.utils.translation import get_language

from pages.centre.models import Centre
from pages.events.calendars import Date, Event
from pages.events.choices import State
from pages.events.feeds import said
from pages.events.listing import told
from pages.events.models.schedule import ScheduleLine
from pages.events.vevent import Said


def host():
    """Where names of dates come from: part of each, for ever."""
    return urlsplit(settings.SITE_URL).hostname


def events(dates, request):
    """The dates of a queryset, by their events. Six queries, however many there are."""
    rows = told(dates.order_by("event", "original", "-state"))
    pages = list({row.page_id: row.facts for row in rows if row.page_id}.values())
    prefetch_related_objects(pages, "contact", "topics")
    rules = defaultdict(list)
    for line in ScheduleLine.objects.filter(page__in={row.page_id for row in rows}).order_by("sort_order"):
        rules[line.page_id].append(line.rule)
    centre = Centre.for_request(request)
    for _key, group in groupby(rows, key=lambda row: row.event):
        yield Programme(tuple(group), rules, centre, request).event


class Programme:
    """All dates of one event, and the words for them."""

    def __init__(self, rows, rules, centre, request):
        self.rows, self.centre, self.request = rows, centre, request
        self.facts, self.text = rows[0].facts, rows[0].text
        self.rules = rules[rows[0].page_id] if rows[0].page_id else []

    @property
    def event(self):
        return Event(
            key=str(self.rows[0].event),
            host=host(),
            dates=tuple(map(_date, self.rows)),
            changed=max(filter(None, self._changes())),
            say=self.say,
            rules=tuple(self.rules),
        )

    def say(self, date, is_series):
        row = date.row
        url = self.url if is_series and self.text else self.url_of(row)
        return Said(
            summary=said.title(row),
            description=self._description(row, url),
            location=said.location(row),
            geo=None if row.outside_id else said.geo(row),
            url=url,
            categories=self.categories,
            is_cancelled=row.state != State.SCHEDULED,
            language="" if row.language in ("", get_language()) else row.language,
        )

    def url_of(self, row):
        return f"{self.url}{row.name}/" if self.text else row.outside.link

    @cached_property
    def url(self):
        return said.absolute(self.text.get_url(self.request) or "/")

    @cached_property
    def about(self):
        return said.about(self.facts, self.text, self.rules, self.centre, self.url)

    @cached_property
    def categories(self):
        return tuple(str(topic.name) for topic in self.facts.topics.all()) if self.facts else ()

    def _description(self, row, url):
        if self.text:
            return said.description(row, self.about, url)
        return "\n".join(
            filter(None, [said.became(row), row.outside.description, row.outside.calendar.name, url])
        )

    def _changes(self):
        for row in self.rows:
            yield row.changed_at
            if row.outside_id:
                yield row.outside.updated_at
        if self.text:
            yield from (self.facts.last_published_at, self.text.last_published_at)


def _date(row):
    note = tuple(sorted(row.reason_note.items()))
    kind = (row.state, row.is_full, row.is_moved, row.room_id, row.place_id, row.reason, note)
    return Date(
        original=row.original,
        starts=row.starts,
        ends=row.ends,
        is_whole_day=row.is_whole_day,
        is_usual=row.state == State.SCHEDULED and not row.is_full and not row.is_moved,
        is_left=row.state == State.POSTPONED,
        told=kind,
        row=row,
    )
