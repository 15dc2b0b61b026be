"""Whether the search knows every published page, as it is now."""

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from wagtail.models import Page, get_page_models

from pages.base import BasePage
from quartier.operations.doctor.finding import broken, good, look
from quartier.search.indexing import lines_of
from quartier.search.models import PlainText

READ_ANEW = _("Run `manage.py reindex`.")
NEWEST = 30
"""So many pages are compared word by word: those that were published last."""


def look_at(patience):
    kinds = ContentType.objects.get_for_models(
        *(model for model in get_page_models() if issubclass(model, BasePage))
    )
    ours = Page.objects.live().filter(content_type__in=kinds.values())
    found = [*_missing(ours), *_left_over(), *_stale(ours, patience)]
    yield from found or [good(_("The search knows all published pages."))]


def _missing(pages):
    if number := pages.filter(plain_text=None).count():
        says = ngettext_lazy(
            "{number} published page is not found by the search.",
            "{number} published pages are not found by the search.",
            number,
        )
        yield broken(says, READ_ANEW, number=number)


def _left_over():
    if number := PlainText.objects.filter(page__live=False).count():
        says = ngettext_lazy(
            "The search knows {number} page that is not published.",
            "The search knows {number} pages that are not published.",
            number,
        )
        yield broken(says, READ_ANEW, number=number)


def _stale(pages, patience):
    newest = pages.exclude(plain_text=None).order_by("-last_published_at", "-pk")[:NEWEST]
    known = dict(PlainText.objects.filter(page__in=[page.pk for page in newest]).values_list("page", "text"))
    pages = patience.each(newest.specific())
    if old := [page.title for page in pages if known.get(page.pk) != "\n".join(lines_of(page))]:
        says = _("The search still knows the former words of some pages: {names}.")
        yield look(says, READ_ANEW, names=", ".join(old[:5]))
