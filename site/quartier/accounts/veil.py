"""Somebody of a partner is told the published title of others' pages, never that of a draft.

Wagtail's choosers and breadcrumbs name every page by its draft. There is no setting for that.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps

from wagtail.admin.wagtail_hooks import PageSearchArea
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
    named, shown = Page.get_admin_display_title, PageSearchArea.is_shown
    if getattr(named, "is_veiled", False):
        return

    @wraps(named)
    def get_admin_display_title(self):
        own = _own.get()
        return named(self) if own is None or self.pk in own else self.title

    @wraps(shown)
    def is_shown(self, request):
        return shown(self, request) and not is_limited(request.user)

    get_admin_display_title.is_veiled = True
    Page.get_admin_display_title, PageSearchArea.is_shown = get_admin_display_title, is_shown
