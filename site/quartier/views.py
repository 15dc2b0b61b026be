"""The few answers that are not pages: the way in, files, words to machines, and errors."""

import re
from datetime import timedelta
from http import HTTPStatus
from pathlib import PurePosixPath

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.templatetags.static import static
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import (
    get_language,
    get_language_from_path,
    get_supported_language_variant,
    override,
)
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from wagtail.documents.views.serve import serve as serve_document
from wagtail.views import serve as wagtail_serve

from pages.outage import Cause
from pages.pictures import sized
from pages.pictures.privacy import Access, access
from quartier.context import House
from quartier.files import handed_out
from quartier.languages.ways import way
from quartier.outages.answering import out_of_order
from quartier.search.nearest import nearest_pages

PLAIN = re.compile(r"[A-Za-z0-9._-]+")
PICTURE_TYPES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}
PICTURE_CACHING = {
    Access.PUBLIC: f"public, max-age={int(timedelta(days=30).total_seconds())}, immutable",
    Access.PERSONAL: "private, no-cache",
}


@require_safe
def front_door(request):
    """Lead to the home page in the language the browser asks for, if there is one, else to the site's own."""
    house = House.of(request)
    if house.home is None:
        raise Http404
    code = next((code for code in _wanted(request) if code in house.languages), house.languages[0])
    response = HttpResponseRedirect(f"/{code}/")
    patch_vary_headers(response, ["Accept-Language"])
    return response


def _wanted(request):
    for code, weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        if not weight:
            continue
        try:
            yield get_supported_language_variant(code)
        except LookupError:
            continue


@csrf_exempt
def page(request, path):
    """Wagtail's own view, told the way from the home page that the house knows already.

    Readers carry no cookie that a forged post could misuse, so pages ask for none. Only those that check a
    post by themselves accept one at all (`allowed_http_methods`). Who keeps a page asks again each time: a
    notice above it appears and vanishes to the minute.
    """
    house = House.of(request)
    if house.roots:
        found = way(house, [name for name in path.split("/") if name])
        if isinstance(found, str):
            return HttpResponseRedirect(found, preserve_request=request.method == "POST")
        request._wagtail_route_for_request = found  # where Wagtail remembers it, too
    response = wagtail_serve(request, path)
    response.setdefault("Cache-Control", "no-cache")
    return response


@require_safe
def media(request, path):
    """Sized pictures, made when first asked for. Originals stay in; documents have a door of their own."""
    folder, _slash, name = path.partition("/")
    kind = PICTURE_TYPES.get(PurePosixPath(name).suffix)
    picture = sized.owner(name) if folder == "images" and kind and PLAIN.fullmatch(name) else None
    allowed = access(request, picture) if picture else Access.REFUSED
    if allowed is Access.REFUSED:
        raise Http404
    # The name tells the content, so who has it is answered without looking where it lies.
    response = get_conditional_response(request, etag=f'W/"{name}"', response=None) or _sized(
        request, picture, name, kind
    )
    if response.status_code in (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED):
        response.headers["ETag"] = f'W/"{name}"'
        response.headers["Cache-Control"] = PICTURE_CACHING[allowed]
        response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _sized(request, picture, name, kind):
    try:
        file = sized.opened(picture, name)
    except ConnectionError:
        return out_of_order(request, Cause.STORAGE)
    if not file:
        raise Http404
    return handed_out(file, name, kind)


def document(request, *which):
    """Wagtail's own view, which does not expect that a file is lost or out of reach."""
    try:
        return serve_document(request, *which)
    except FileNotFoundError:
        raise Http404 from None
    except ConnectionError:
        return out_of_order(request, Cause.STORAGE)


@require_safe
def favicon(request):
    return HttpResponseRedirect(static("img/favicon.svg"))


@require_safe
def robots(request):
    lines = ["User-agent: *", "Disallow: /admin/", "", f"Sitemap: {settings.SITE_URL}/sitemap.xml", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def security(request):
    """Where to report a weakness (RFC 9116). Valid for a year from the day it is asked for."""
    house = House.of(request)
    if not (house.site and house.centre.mail):
        raise Http404
    centre = house.centre
    expires = (timezone.now() + timedelta(days=364)).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: mailto:{centre.mail}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: de, en",
        f"Canonical: {settings.SITE_URL}/.well-known/security.txt",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def not_found(request, exception=None):
    house, language = House.of(request), get_language()
    with override(language if language in house.languages else settings.LANGUAGE_CODE):
        return render(request, "404.html", {"near": nearest_pages(request.path_info)}, status=404)


def forbidden(request, exception=None):
    return render(request, "403.html", status=403)


def bad_request(request, exception=None):
    """In the language of the address: nothing else may have looked at the request before."""
    with override(get_language_from_path(request.path_info) or settings.LANGUAGE_CODE):
        if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
            return render(request, "413.html", status=413)
        return render(request, "400.html", status=400)
