"""The list that a reader sees: what each page found is called, where it stands, and what it says."""

from dataclasses import dataclass

from wagtail.models import Page

from blocks.blanks import filled
from quartier.search.snippets import excerpt, marked


@dataclass(frozen=True)
class Result:
    """One page found; title and excerpt in pieces, each with whether it is one of the words asked for."""

    url: str
    title: list[tuple[str, bool]]
    excerpt: list[tuple[str, bool]]
    kind: str
    trail: list[str]


def results(hits, folds, request):
    """The pages behind these hits, in their order. One query, for the pages above them too."""
    wanted = {hit.path for hit in hits}.union(*(_paths_above(hit.path) for hit in hits))
    pages = {page.path: page for page in _pages(wanted)}
    return [_result(pages[hit.path], pages, folds, request) for hit in hits if hit.path in pages]


def _pages(paths):
    return Page.objects.live().filter(path__in=paths).select_related("locale", "plain_text")


def _result(page, pages, folds, request):
    language, above = page.locale.language_code, _paths_above(page.path)
    return Result(
        url=page.get_url(request),
        title=marked(page.title, folds, language),
        excerpt=marked(excerpt(page.plain_text.text, folds, language), folds, language),
        kind=page.specific_class.called(),
        trail=list(filter(None, (filled(pages[path].title) for path in above if path in pages))),
    )


def _paths_above(path):
    """The places between the home page and this one."""
    return [path[:end] for end in range(3 * Page.steplen, len(path), Page.steplen)]
