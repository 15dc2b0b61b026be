"""A feed on its way to who asked for it: whole, or "not modified" before any of it was made."""

from datetime import datetime, time
from hashlib import blake2s

from django.conf import settings
from django.db.models import Max
from django.http import HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from wagtail.models import ModelLogEntry, PageLogEntry

SHAPE = 1
"""To be raised when feeds say something in another way: whoever has them asks anew."""


def answer(request, state, moments, write, content_type, name):
    """The feed that depends on `state`, which last changed at one of `moments`; `write` makes its bytes.

    The logs of pages and other things are asked beside these, and once a day it counts as changed in any
    case: holidays end, and what a command did stands in no log. Two queries.
    """
    now = timezone.localtime()
    steps = [
        model.objects.aggregate(last=Max("pk"), at=Max("timestamp"))
        for model in (PageLogEntry, ModelLogEntry)
    ]
    midnight = timezone.make_aware(datetime.combine(now.date(), time()))
    known = [moment for moment in (*moments, *(step["at"] for step in steps)) if moment and moment <= now]
    changed = max([midnight, *known]).timestamp()
    depends_on = SHAPE, settings.SITE_URL, state, now.date(), [step["last"] for step in steps]
    etag = f'W/"{blake2s(repr(depends_on).encode()).hexdigest()}"'
    response = get_conditional_response(request, etag, int(changed))
    if response is None:
        response = HttpResponse(write(etag), content_type=content_type)
        response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    response.headers["ETag"], response.headers["Last-Modified"] = etag, http_date(changed)
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
