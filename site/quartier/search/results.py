"""The list that a reader sees: what each page found is called, where it stands, and what it says."""

from dataclasses import dataclass

from wagtail.models import Page

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
    """The pages behind these hits, in their order. Two queries."""
    pages = Page.objects.select_related("locale", "plain_text").in_bulk([hit.page for hit in hits])
    titles = _titles_above(pages.values())
    return [_result(pages[hit.page], titles, folds, request) for hit in hits if hit.page in pages]


def _result(page, titles, folds, request):
    language = page.locale.language_code
    return Result(
        url=page.get_url(request),
        title=marked(page.title, folds, language),
        excerpt=marked(excerpt(page.plain_text.text, folds, language), folds, language),
        kind=page.page_type_display_name,
        trail=[titles[path] for path in _paths_above(page) if path in titles],
    )


def _titles_above(pages):
    """The titles on the way to these pages, by place in the tree."""
    above = {path for page in pages for path in _paths_above(page)}
    return dict(Page.objects.filter(path__in=above, live=True).values_list("path", "title"))


def _paths_above(page):
    """The places between the home page and this one."""
    return [page.path[: depth * page.steplen] for depth in range(3, page.depth)]
