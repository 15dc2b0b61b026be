"""What a page kept by us is measured against, each in a server of its own: see `cached.py`.

`STAGE` says which: `hello`, Django with nothing around a view; `middleware`, the same bytes from Django's own
cache middleware. For both the page is what the file `BYTES` holds.
"""

import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import re_path

CACHED = [
    "django.middleware.cache.UpdateCacheMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.cache.FetchFromCacheMiddleware",
]


def page(request):
    body = b"hello" if os.environ["STAGE"] == "hello" else Path(os.environ["BYTES"]).read_bytes()
    return HttpResponse(body, content_type="text/html; charset=utf-8")


urlpatterns = [re_path("", page)]

settings.configure(
    SECRET_KEY="bench",
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    MIDDLEWARE=CACHED if os.environ.get("STAGE") == "middleware" else [],
    CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},
)
application = get_wsgi_application()
