"""What all answers to links from mails have in common: kept by nobody, and their address told to nobody."""

from functools import wraps

from django.conf import settings
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import translate_url
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from pages.centre.models import Centre
from pages.subscribers.offering import sign_up_page

METHODS = ["GET", "HEAD", "POST"]


def by_link(view):
    """For readers without a cookie: whoever has the link may, and nobody else knows it."""

    @csrf_exempt
    @require_http_methods(METHODS)
    @wraps(view)
    def answered(request, *args, **kwargs):
        response = _in_a_language_of_ours(request) or view(request, *args, **kwargs)
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return answered


def shown(request, name, status=200, **words):
    """A page of this room; the language bar leads to the same door."""
    words |= {"found_at": request.path, "index": sign_up_page()}
    return render(request, f"pages/subscribers/{name}.html", words, status=status)


def unknown(request):
    """For a link that is forged, damaged or over: nothing tells which."""
    return shown(request, "unknown", 404)


def back(request, said=""):
    """To the same page, to be opened anew."""
    return HttpResponseRedirect(f"{request.path}?{said}" if said else request.path, status=303)


def _in_a_language_of_ours(request):
    path = request.get_full_path()
    if not path.startswith(f"/{get_language()}/") or get_language() in Centre.for_request(request).spoken:
        return None
    return HttpResponseRedirect(
        translate_url(path, settings.LANGUAGE_CODE), preserve_request=request.method == "POST"
    )
