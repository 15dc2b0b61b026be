"""The answer while something is gone: to readers, to those who sent something, to editors, to programs.

Each is told by status 503 and `Retry-After` that asking again is worth it. Nothing here asks the database.
"""

import sys
from http import HTTPStatus

from django.conf import settings
from django.http import HttpResponse, HttpResponseServerError, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_request, gettext_lazy, override

from pages.autosave import is_autosave
from pages.noting import note
from pages.outage import Cause, cause_of
from quartier.outages.known import whom_to_call
from quartier.outages.typed import typed
from quartier.reporting.asked import number

PATIENCE = 30
"""Seconds after which asking again is worth it."""
DESK = "/admin/"
WORDS = {
    Cause.DATABASE: gettext_lazy("The database does not answer."),
    Cause.BUSY: gettext_lazy("Others are saving at this moment, and it takes too long."),
    Cause.DISK: gettext_lazy("The disk of the server is full, or cannot be written to."),
    Cause.STORAGE: gettext_lazy("The store of pictures and documents does not answer."),
    Cause.CACHE: gettext_lazy("The short-term memory of the website does not answer."),
}
"""What editors are told."""


def server_error(request):
    """Needs no database, since that may be what broke; nor a request that can be read."""
    fault = sys.exc_info()[1]
    cause = cause_of(fault)
    if cause is None:
        return HttpResponseServerError(render_to_string("500.html", {"number": number()}))
    note(cause, fault)
    return out_of_order(request, cause)


def out_of_order(request, cause):
    """What is said, in the language of the address or else of the browser."""
    with override(language := _language(request)):
        response = _told_to_editor(request, cause) if _is_desk(request) else _told_to_reader(request)
    response.status_code = HTTPStatus.SERVICE_UNAVAILABLE
    response.headers["Content-Language"] = language
    response.headers["Retry-After"] = str(PATIENCE)
    response.headers["Cache-Control"] = "private, no-store"
    response._has_been_logged = True  # by `note`: Django would write a traceback for each reader
    return response


def _language(request):
    language = get_language_from_request(request, check_path=True)
    known = dict(settings.WAGTAILADMIN_PERMITTED_LANGUAGES if _is_desk(request) else settings.LANGUAGES)
    return language if language in known else settings.LANGUAGE_CODE


def _is_desk(request):
    return request.path_info.startswith(DESK)


def _told_to_reader(request):
    words = {"call": whom_to_call(), "again": _again(request)}
    if request.method != "POST":
        return _page("out_of_order", words)
    return _page("not_taken", words | {"typed": typed(request)})


def _told_to_editor(request, cause):
    """As a page; as words for the sign beside the form where a draft is saved by itself."""
    if is_autosave(request):
        # Wagtail shows the words of those faults only that it knows by name.
        said = {"success": False, "error_code": "validation_error", "error_message": str(WORDS[cause])}
        return JsonResponse(said)
    words = {"said": WORDS[cause], "again": _again(request), "is_post": request.method == "POST"}
    return _page("out_of_order_desk", words)


def _again(request):
    return request.get_full_path() if request.method in ("GET", "HEAD") else ""


def _page(name, words):
    return HttpResponse(render_to_string(f"outages/{name}.html", words))
