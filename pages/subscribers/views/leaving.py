"""Leaving with one click in the mail program (RFC 8058), and the last page that one sees."""

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect

from pages.enquiries.intake.hindrances import Hindrance
from pages.enquiries.intake.posting import posted
from pages.subscribers import links
from pages.subscribers.leaving import leave
from pages.subscribers.views.answering import by_link, shown

KEY, VALUE = "List-Unsubscribe", "One-Click"


@by_link
def unsubscribe(request, token):
    """A program posts one field and gets a plain yes, also the second time; a person gets the page."""
    subscriber = links.subscriber_of(token)
    if _is_one_click(request):
        if subscriber:
            leave(subscriber)
        return HttpResponse("OK\n", content_type="text/plain; charset=utf-8")
    language = subscriber.language if subscriber else settings.LANGUAGE_CODE
    return HttpResponseRedirect(links.preferences(language, token), status=303)


@by_link
def left(request):
    """It is done; and the way back, in case it was a mistake."""
    return shown(request, "left")


def _is_one_click(request):
    if request.method != "POST":
        return False
    try:
        return posted(request)[0].get(KEY) == VALUE
    except Hindrance:
        return False
