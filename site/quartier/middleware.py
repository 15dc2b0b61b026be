"""What every answer of the house carries, and what it never accepts."""

from http import HTTPStatus
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.http import HttpResponseBadRequest
from django.template.loader import render_to_string

from blocks.closed import remembered
from quartier.policies import styles_of

LONGEST_PATH = 2000
PERMISSIONS = (
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
    "microphone=(), midi=(), payment=(), usb=(), browsing-topics=()"
)


def security_policies(get_response):
    """One Content-Security-Policy per part of the house, and no device for any of them."""

    def policies(request):
        response = get_response(request)
        if hasattr(response, "_csp_config"):
            pass  # the view has a stricter one
        elif request.path_info.startswith("/admin/"):
            response._csp_config = settings.ADMIN_CONTENT_SECURITY_POLICY
        elif request.path_info.startswith("/media/"):
            response._csp_config = settings.MEDIA_CONTENT_SECURITY_POLICY
        else:
            frames = sorted(getattr(request, "frame_hosts", ()))
            response._csp_update = {"frame-src": frames, "style-src": styles_of(request)}
        response.setdefault("Permissions-Policy", PERMISSIONS)
        # Pictures stand in newsletters, which mail programs on the web show: all others stay ours.
        shared = request.path_info.startswith("/media/")
        response.setdefault("Cross-Origin-Resource-Policy", "cross-origin" if shared else "same-origin")
        return response

    return policies


def keep_the_screen_awake(get_response):
    """The screen in the foyer asks again after a failure, too: nobody stands there to do it."""

    def awake(request):
        response = get_response(request)
        if response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR and request.path_info.endswith("/foyer/"):
            response.setdefault("Refresh", "60")
        return response

    return awake


def ask_once_what_is_closed(get_response):
    """While a page is read, the rule is looked up once. Whoever changes something must not rely on memory."""

    def ask_once(request):
        if request.method not in ("GET", "HEAD"):
            return get_response(request)
        with remembered():
            return get_response(request)

    return ask_once


def refuse_unreadable_addresses(get_response):
    """Addresses that are no text, or none that a person would write, are told so at once.

    NUL would make the database fail, and bytes that are not UTF-8 would be replaced without a word.
    """

    def refuse(request):
        if len(request.path_info) > LONGEST_PATH or not all(map(_is_text, _raw_parts(request))):
            return HttpResponseBadRequest(render_to_string("400.html"))
        return get_response(request)

    return refuse


def _raw_parts(request):
    """Path and query as bytes. Of the path, Django has already spelled out what is not UTF-8."""
    yield request.path_info.encode("utf-8", "surrogatepass")
    yield unquote_to_bytes(request.META.get("QUERY_STRING", ""))


def _is_text(raw):
    """UTF-8 without NUL. The strict decoder refuses lone surrogates too."""
    try:
        return "\x00" not in raw.decode()
    except UnicodeDecodeError:
        return False
