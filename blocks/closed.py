"""Which pages are closed to strangers: the one rule for all that shows, names or serves a page.

A page is closed if Wagtail asks strangers for something on it, on a translation of it, or on a page above any
of these. So it is closed in all languages or in none: Wagtail alone would leave a translation open when its
original is closed later.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models import Exists, OuterRef, Q
from wagtail.models import Page, PageViewRestriction

from blocks.originals import at_or_below, published
from blocks.prepared import prepared

_remembered = ContextVar("closed paths", default=None)


@contextmanager
def remembered():
    """Looks it up once at most, however often the rule is needed: for as long as a page is read."""
    if _remembered.get() is not None:
        yield
        return
    token = _remembered.set([])
    try:
        yield
    finally:
        _remembered.reset(token)


def closed_paths():
    """How the paths of closed pages begin. One query where no page is closed, else two."""
    known = _remembered.get()
    if known is None:
        return _closed_paths()
    if not known:
        known.append(_closed_paths())
    return known[0]


def is_closed(page):
    return page.path.startswith(closed_paths())


def open_pages(pages=None):
    """Of these pages, or of all published ones, those that everybody may read.

    A translation is one of them only while its original is published, too.
    """
    return published(Page.objects.all() if pages is None else pages).exclude(at_or_below(closed_paths()))


def restrictions(page):
    """What is asked of strangers before they may read a page: nothing, unless it is closed.

    Where the page or one above it asks for something itself, the passwords of its translations are not needed
    too: they often are copies of its own, and nobody types the same word twice.
    """
    if not is_closed(page):
        return PageViewRestriction.objects.none()
    above = Page.objects.filter(path__in=[page.path[:end] for end in _lengths(page)])
    sources = dict(above.values_list("pk", "translation_key"))
    sources |= dict(above.exclude(alias_of=None).values_list("alias_of", "alias_of__translation_key"))
    group = Page.objects.filter(translation_key__in=set(sources.values()))
    own = PageViewRestriction.objects.filter(page__in=list(sources))
    wanted = PageViewRestriction.objects.filter(Exists(group.filter(path__startswith=OuterRef("page__path"))))
    passwords = Q(restriction_type=PageViewRestriction.PASSWORD) & ~Q(pk__in=own.values("pk"))
    return wanted.exclude(passwords & Exists(own))


def _lengths(page):
    return range(page.steplen, len(page.path) + 1, page.steplen)


def _closed_paths():
    locked = _tops(ask_locked())
    if not locked:
        return ()
    keys = Page.objects.filter(at_or_below(locked)).values("translation_key")
    same = Page.objects.filter(Q(translation_key__in=keys) | Q(alias_of__translation_key__in=keys))
    return _tops(same.values_list("path", flat=True))


@prepared
def ask_locked():
    """Where Wagtail asks strangers for something."""
    return PageViewRestriction.objects.values_list("page__path", flat=True)


def _tops(paths):
    """Of these places those that are below no other of them."""
    tops = []
    for path in sorted(paths):
        if not tops or not path.startswith(tops[-1]):
            tops.append(path)
    return tuple(tops)
