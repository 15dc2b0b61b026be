"""What somebody sees who opens a link from a mail."""

from django.http import Http404
from django.views.decorators.csrf import csrf_exempt


@csrf_exempt
def subscription(request, token):
    raise Http404


@csrf_exempt
def unsubscribe(request, token):
    raise Http404
