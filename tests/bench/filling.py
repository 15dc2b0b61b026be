"""Thousands of events in seconds: rows written past the models, which say the same as the models would."""

import random
from datetime import time, timedelta
from uuid import uuid4

from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Page

from pages.events.models import EventPage, Occurrence, ScheduleLine
from pages.events.occurrences import expected
from pages.topics.models import Audience, Topic
from tests.make.events import calendar, event, line

TERMS = 8


def fill(home, events, dates, since, spread):
    """A calendar with so many published events, each with so many weekly dates.

    The series begin `since` days from today on, evenly over `spread` days.
    """
    chance = random.Random(2026)
    house = calendar(home)
    terms = [
        [
            model.objects.get_or_create(slug=f"b{number}", defaults={"name": f"B{number}"})[0]
            for number in range(TERMS)
        ]
        for model in (Audience, Topic)
    ]
    first = timezone.localdate() + timedelta(days=since)
    pattern = event(house, "Muster", lines=[line(first.isoformat())])
    with transaction.atomic():
        pages = _pages(house, pattern, events)
        _rows_like(pattern, pages)
        lines = [
            _line(page, first + timedelta(days=chance.randrange(spread)), dates, chance) for page in pages
        ]
        ScheduleLine.objects.bulk_create(lines, batch_size=500)
        for name, known in zip(("audiences", "topics"), terms, strict=True):
            through = getattr(EventPage, name).through
            column = "audience_id" if name == "audiences" else "topic_id"
            through.objects.bulk_create(
                [through(eventpage_id=page.pk, **{column: chance.choice(known).pk}) for page in pages],
                batch_size=500,
            )
    pattern.delete()
    with transaction.atomic():
        now = timezone.now()
        for page in EventPage.objects.live().iterator(chunk_size=500):
            Occurrence.objects.bulk_create(expected(page, now))
    return house


def _pages(house, pattern, number):
    """Bare pages below the calendar, with paths as treebeard counts them."""
    made = [
        Page(
            path=Page._get_path(house.path, house.depth + 1, place + 2),
            depth=house.depth + 1,
            numchild=0,
            title=f"Veranstaltung {place}",
            draft_title=f"Veranstaltung {place}",
            slug=f"veranstaltung-{place}",
            url_path=f"{house.url_path}veranstaltung-{place}/",
            content_type_id=pattern.content_type_id,
            translation_key=uuid4(),
            locale_id=house.locale_id,
            live=True,
            first_published_at=timezone.now(),
            last_published_at=timezone.now(),
        )
        for place in range(number)
    ]
    Page.objects.bulk_create(made, batch_size=500)
    Page.objects.filter(pk=house.pk).update(numchild=number + 1)
    return list(
        Page.objects.filter(path__startswith=house.path, depth=house.depth + 1).exclude(pk=pattern.pk)
    )


def _rows_like(pattern, pages):
    """The part of each event that Django cannot create in bulk, copied from the pattern."""
    quoted = connection.ops.quote_name
    key, *columns = (quoted(field.column) for field in EventPage._meta.local_concrete_fields)
    table = quoted(EventPage._meta.db_table)
    copied = ", ".join(columns)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} ({key}, {copied}) SELECT %s, {copied} FROM {table} WHERE {key} = %s",
            [(page.pk, pattern.pk) for page in pages],
        )


def _line(page, day, dates, chance):
    return ScheduleLine(
        page_id=page.pk,
        first_day=day,
        frequency="weekly",
        count=dates,
        starts=time(chance.randrange(8, 20)),
        ends=time(21, 30),
    )
