"""What saves itself and a button that is pressed take turns, however close together both come.

Wagtail reads a page, and writes all of it back a while later. What saves itself in the very second in which
somebody publishes the page for the first time would write back that it is not public.
"""

from functools import partial

from django.db import transaction
from django.http import HttpResponse
from wagtail.admin.views.pages.edit import EditView
from wagtail.models import Page

from pages.autosave import is_autosave
from pages.locking import lock


def save_in_turn(request, model, pk, begin_anew) -> HttpResponse | None:
    """Read, compare and write a row while nobody else writes it; refused where somebody was faster.

    None where a button was pressed: that writes last whatever happens.
    """
    if request.method != "POST" or not is_autosave(request) or hasattr(request, "takes_its_turn"):
        return None
    request.takes_its_turn = True
    with transaction.atomic():
        lock(model, pk=pk)
        return begin_anew()


class SavesInTurnView(EditView):
    """Sends mails about comments once the page is free again: a mail server may be slow."""

    def send_commenting_notifications(self, changes):
        transaction.on_commit(partial(super().send_commenting_notifications, changes))


def save_page_in_turn(request, page):
    return save_in_turn(request, Page, page.pk, partial(SavesInTurnView.as_view(), request, page.pk))


def save_snippet_in_turn(request, snippet):
    view, args, kwargs = request.resolver_match
    return save_in_turn(request, type(snippet), snippet.pk, partial(view, request, *args, **kwargs))
