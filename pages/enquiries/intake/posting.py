"""What a browser posts to a page without cookies: read if it can be, and taken only if it comes from here."""

from urllib.parse import urlsplit

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.http import UnreadablePostError
from django.http.multipartparser import MultiPartParserError

from pages.enquiries.intake import hindrances as why
from pages.enquiries.intake.hindrances import Hindrance
from pages.enquiries.intake.spooling import read_with_what_there_is
from pages.enquiries.intake.uploads import LARGEST_POST

TICKET, TRAP = "q-ticket", "q-homepage"
UNREADABLE = (BadRequest, SuspiciousOperation, MultiPartParserError, UnreadablePostError, ValueError)


def posted(request):
    """Fields and files, if they can be read and are not too large. Raises Hindrance."""
    request.encoding = "utf-8"  # whatever the post says of itself
    try:
        if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_POST:
            raise Hindrance(why.TOO_LARGE, 413)
        lost = read_with_what_there_is(request)
    except RequestDataTooBig:
        raise Hindrance(why.TOO_LARGE, 413) from None
    except UNREADABLE:
        raise Hindrance(why.GARBLED, 400) from None
    if lost:
        raise Hindrance(why.NOT_NOW, 503, data=request.POST)
    return request.POST, request.FILES


def comes_from_here(request):
    """By what the browser says of itself, which a page elsewhere cannot change; old ones say nothing."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return not origin or urlsplit(origin).netloc == request.get_host()
