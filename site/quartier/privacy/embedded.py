"""Whose films and maps stand on public pages: they learn of a reader who asks for one of them."""

import json
from functools import reduce

from django.apps import apps
from django.conf import settings
from django.db.models import BigIntegerField, F, Q, TextField, Value
from django.db.models.functions import Cast
from wagtail.models import Page

from blocks.closed import open_pages
from blocks.embeds import player
from blocks.field import BlockField
from pages.passages.models import Passage

MAPS = "OpenStreetMap"
FRAMED = ("video", "map")


def providers() -> list[str]:
    """By name, in order. Three queries, however many pages and kinds of pages there are."""
    first, *others = map(_bodies, _fields())
    rows = list(first.union(*others, all=True))
    told = set(
        open_pages(Page.objects.filter(pk__in={page for page, _body in rows})).values_list("pk", flat=True)
    )
    found = {name for page, body in rows if page in told or not page for name in _named(json.loads(body))}
    return sorted(found, key=str.casefold)


def _fields():
    """Every place in which an editor stacks bricks."""
    for model in apps.get_models():
        if issubclass(model, Page) or model is Passage:
            yield from (field for field in model._meta.local_fields if isinstance(field, BlockField))


def _bodies(field):
    """Page and content wherever a brick of these kinds is stacked; a passage belongs to no page."""
    rows = field.model.objects.annotate(text=Cast(F(field.name), TextField())).order_by()
    kinds = reduce(lambda any_, kind: any_ | Q(text__contains=f'"{kind}"'), FRAMED, Q(pk__in=[]))
    rows = rows.filter(kinds, live=True)
    own = F("page_ptr_id") if issubclass(field.model, Page) else Value(0, output_field=BigIntegerField())
    return rows.annotate(of=own).values_list("of", "text")


def _named(stored):
    if isinstance(stored, list):
        yield from (name for each in stored for name in _named(each))
    elif isinstance(stored, dict):
        yield from _of_brick(stored.get("type"), stored.get("value"))
        yield from (name for each in stored.values() for name in _named(each))


def _of_brick(kind, value):
    if not isinstance(value, dict):
        return
    if kind == "map" and None not in (value.get("latitude"), value.get("longitude")):
        yield MAPS
    if kind == "video" and (
        found := player(str(value.get("address") or "").strip(), settings.PEERTUBE_HOSTS)
    ):
        yield found[1]
