"""Where a mail server posts what has come back: the whole mail as it is, in place of a mailbox."""

from django.conf import settings
from django.http import HttpResponse, HttpResponseForbidden
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from pages.mailings.bounces.noting import note
from pages.mailings.bounces.reading import LONGEST


@csrf_exempt
def posted(request, secret):
    """Only who knows the secret is listened to."""
    wanted = settings.BOUNCE_SECRET
    if not wanted or not constant_time_compare(secret, wanted):
        return HttpResponseForbidden()
    return _taken(request)


@require_POST
def _taken(request):
    note(request.read(LONGEST), timezone.now())
    return HttpResponse(status=204)
