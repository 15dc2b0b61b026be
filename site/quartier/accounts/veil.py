"""Somebody of a partner is told the published title of others' pages, never that of a draft.

Wagtail's choosers and breadcrumbs name every page by its draft, and a search is offered that is shut to them.
There is no setting for either.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps

from wagtail.admin.search import Search
from wagtail.models import Page

from quartier.accounts.limited import is_limited

_own = ContextVar("keys of the pages whose drafts may be read", default=None)


@contextmanager
def veiled(own):
    token = _own.set(frozenset(own))
    try:
        yield
    finally:
        _own.reset(token)


def apply():
    """Applying it twice changes nothing."""
    named, areas = Page.get_admin_display_title, Search.search_items_for_request
    if getattr(named, "is_veiled", False):
        return

    @wraps(named)
    def get_admin_display_title(self):
        own = _own.get()
        return named(self) if own is None or self.pk in own else self.title

    @wraps(areas)
    def search_items_for_request(self, request):
        return [] if is_limited(request.user) else areas(self, request)

    get_admin_display_title.is_veiled = True
    Page.get_admin_display_title = get_admin_display_title
    Search.search_items_for_request = search_items_for_request
