"""What every answer of the house carries, and what it never accepts."""

from django.conf import settings
from django.http import HttpResponseBadRequest
from django.template.loader import render_to_string

PERMISSIONS = (
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
    "microphone=(), midi=(), payment=(), usb=(), browsing-topics=()"
)


def security_policies(get_response):
    """One Content-Security-Policy per part of the house, and no device for any of them."""

    def policies(request):
        response = get_response(request)
        if request.path_info.startswith("/admin/"):
            response._csp_config = settings.ADMIN_CONTENT_SECURITY_POLICY
        elif request.path_info.startswith(("/media/", "/documents/")):
            response._csp_config = settings.MEDIA_CONTENT_SECURITY_POLICY
        response.setdefault("Permissions-Policy", PERMISSIONS)
        return response

    return policies


def refuse_unreadable_addresses(get_response):
    """NUL bytes and lone surrogates never reach the database, which would answer with an error."""

    def refuse(request):
        if _is_unreadable(request.path_info) or any(
            _is_unreadable(text) for name, values in request.GET.lists() for text in [name, *values]
        ):
            return HttpResponseBadRequest(render_to_string("400.html", request=request))
        return get_response(request)

    return refuse


def _is_unreadable(text):
    return "\x00" in text or any("\ud800" <= char <= "\udfff" for char in text)
