"""A feed on its way to who asked for it: whole, or "not modified" before any of it was made."""

from datetime import datetime, time
from hashlib import blake2s

from django.conf import settings
from django.db.models import Count, Max
from django.http import HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from wagtail.models import ModelLogEntry, PageLogEntry

from pages.events.models.occurrence import events

SHAPE = 1
"""To be raised when feeds say something in another way: whoever has them asks anew."""


def answer(request, dates, asked, write, content_type, name):
    """The feed of these dates. `asked` is all that it depends on beside them; `write` makes its bytes.

    What has changed is asked of the table, the published pages and the logs, and once a day it counts as
    changed in any case: holidays end, and what a command did stands in no log.
    """
    now = timezone.localtime()
    state, changed = _state(dates, now)
    etag = f'W/"{blake2s(repr((SHAPE, settings.SITE_URL, asked, state)).encode()).hexdigest()}"'
    response = get_conditional_response(request, etag, int(changed.timestamp()))
    if response is None:
        response = HttpResponse(write(etag), content_type=content_type)
        response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    response.headers["ETag"], response.headers["Last-Modified"] = etag, http_date(changed.timestamp())
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _state(dates, now):
    """What shows that a feed has changed, and when that was: four queries, whatever the size of the table."""
    rows = dates.order_by().aggregate(
        count=Count("pk"), changed=Max("changed_at"), outside=Max("outside__updated_at"), last=Max("pk")
    )
    pages = events().filter(live=True).aggregate(count=Count("pk"), published=Max("last_published_at"))
    steps = [
        model.objects.aggregate(last=Max("pk"), at=Max("timestamp"))
        for model in (PageLogEntry, ModelLogEntry)
    ]
    midnight = timezone.make_aware(datetime.combine(now.date(), time()))
    moments = [rows["changed"], rows["outside"], pages["published"], *(step["at"] for step in steps)]
    known = [moment for moment in moments if moment and moment <= now]
    return [now.date(), *rows.values(), *pages.values(), *(step["last"] for step in steps)], max(
        [midnight, *known]
    )
