"""The export on its way to who asked for it: whole, or "not modified"."""

import json
from datetime import datetime, time
from hashlib import blake2s

from django.db.models import Max
from django.http import HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import get_language
from wagtail.models import ModelLogEntry, PageLogEntry

from pages.centre.models import Centre
from pages.services.export.facts import load
from pages.services.export.organization import centre
from pages.services.export.service import service

VERSION = "3.1"


def answer(index, request):
    """What the finder `index` lists, for any program from anywhere: the data are public.

    In the language of the address, also where the finder itself is not translated.
    """
    now = timezone.localtime()
    facts = load(index, Centre.for_request(request), now.date())
    told = [service(page, facts, now) for page in facts.services]
    about = {"version": VERSION, "publisher": centre(facts.house), "language": get_language()}
    etag = f'W/"{blake2s(_json({**about, "services": told})).hexdigest()}"'
    changed = int(_changed(facts, now).timestamp())
    whole = HttpResponse(
        _json({**about, "generated_at": now.isoformat(timespec="seconds"), "services": told}),
        content_type="application/json; charset=utf-8",
        headers={"ETag": etag, "Last-Modified": http_date(changed), "Cache-Control": "no-cache"},
    )
    response = get_conditional_response(request, etag, changed, whole)
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _changed(facts, now):
    """When something may have changed last: an editor's last step, or midnight, when funding begins or ends.

    What a program asks with a date it is told too often rather than too late; the ETag knows exactly.
    """
    steps = [
        model.objects.aggregate(last=Max("timestamp"))["last"] for model in (PageLogEntry, ModelLogEntry)
    ]
    published = [page.last_published_at for page in facts.services]
    midnight = timezone.make_aware(datetime.combine(now.date(), time()))
    return min(now, max(filter(None, [midnight, *steps, *published])))


def _json(said):
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
