"""Thousands of pages in seconds: rows written past the models, which say the same as the models would."""

import random
from datetime import time, timedelta
from uuid import uuid4

from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Page

from pages.events.models import EventPage, Occurrence, ScheduleLine
from pages.events.occurrences import expected
from pages.services.models import ServicePage
from pages.topics.models import Audience, Topic
from quartier.search.indexing import index
from quartier.search.models import Mention, PlainText
from tests.make.bricks import stack
from tests.make.events import calendar, event, line
from tests.make.pages import plain_page
from tests.make.services import finder, service

TERMS = 8
IN_AN_AREA = 50
TEXT = ("text", "<p>Wir beraten Sie zu Miete, Arbeit und Familie. Kommen Sie vorbei, es kostet nichts.</p>")


def fill(home, events, dates, since, spread):
    """A calendar with so many published events, each with so many weekly dates.

    The series begin `since` days from today on, evenly over `spread` days.
    """
    chance = random.Random(2026)
    house = calendar(home)
    first = timezone.localdate() + timedelta(days=since)
    pattern = event(house, "Muster", lines=[line(first.isoformat())])
    with transaction.atomic():
        pages = copies(pattern, events, "Veranstaltung")
        lines = [
            _line(page, first + timedelta(days=chance.randrange(spread)), dates, chance) for page in pages
        ]
        ScheduleLine.objects.bulk_create(lines, batch_size=500)
        _with_terms(EventPage, pages)
    pattern.delete()
    with transaction.atomic():
        now = timezone.now()
        for page in EventPage.objects.live().iterator(chunk_size=500):
            Occurrence.objects.bulk_create(expected(page, now))
    return house


def many_pages(home, number):
    """So many published pages: half of them plain, in areas of fifty, half services in one finder."""
    areas = [plain_page(home, f"Bereich {place}") for place in range(max(1, number // 2 // IN_AN_AREA))]
    offers = finder(home)
    with transaction.atomic():
        for area in areas:
            copies(_indexed(plain_page(area, "Muster", body=stack(TEXT))), IN_AN_AREA, "Seite")
        pattern = _indexed(service(offers, "Muster", summary="Beratung für alle", body=stack(TEXT)))
        _with_terms(ServicePage, copies(pattern, number // 2, "Angebot"))


def _indexed(page):
    index(page)
    return page


def _with_terms(model, pages):
    """Each for one audience and about one topic."""
    chance = random.Random(2026)
    for name, kind in {"audiences": Audience, "topics": Topic}.items():
        known = [
            kind.objects.get_or_create(slug=f"b{number}", defaults={"name": f"B{number}"})[0]
            for number in range(TERMS)
        ]
        through = getattr(model, name).through
        page, term = f"{model._meta.model_name}_id", f"{kind._meta.model_name}_id"
        rows = [through(**{page: each.pk, term: chance.choice(known).pk}) for each in pages]
        through.objects.bulk_create(rows, batch_size=500)


def copies(pattern, number, title):
    """So many pages beside a published one, and like it but for their titles; also for the search."""
    made = _pages(pattern, number, title)
    _rows_like(pattern, made)
    mentions = list(Mention.objects.filter(page_id=pattern.pk).values("word_id", "in_title"))
    Mention.objects.bulk_create(
        [Mention(page_id=page.pk, **mention) for page in made for mention in mentions], batch_size=500
    )
    text = PlainText.objects.filter(page_id=pattern.pk).values_list("text", flat=True).first()
    if text is not None:
        PlainText.objects.bulk_create(
            [PlainText(page_id=page.pk, text=text) for page in made], batch_size=500
        )
    return made


def _pages(pattern, number, title):
    """Bare pages beside the pattern, with paths as treebeard counts them."""
    above = pattern.get_parent()
    made = [
        Page(
            path=Page._get_path(above.path, above.depth + 1, place + 2),
            depth=above.depth + 1,
            numchild=0,
            title=f"{title} {place}",
            draft_title=f"{title} {place}",
            slug=f"{title.lower()}-{place}",
            url_path=f"{above.url_path}{title.lower()}-{place}/",
            content_type_id=pattern.content_type_id,
            translation_key=uuid4(),
            locale_id=above.locale_id,
            live=True,
            first_published_at=timezone.now(),
            last_published_at=timezone.now(),
        )
        for place in range(number)
    ]
    Page.objects.bulk_create(made, batch_size=500)
    Page.objects.filter(pk=above.pk).update(numchild=number + 1)
    return list(
        Page.objects.filter(path__startswith=above.path, depth=above.depth + 1).exclude(pk=pattern.pk)
    )


def _rows_like(pattern, pages):
    """The part of each page that Django cannot create in bulk, copied from the pattern."""
    quoted, model = connection.ops.quote_name, type(pattern)
    key, *columns = (quoted(field.column) for field in model._meta.local_concrete_fields)
    table = quoted(model._meta.db_table)
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
