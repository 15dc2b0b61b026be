"""The list that a reader sees: what each page found is called, where it stands, and what it says."""

from dataclasses import dataclass

from wagtail.models import Page

from blocks.blanks import filled
from blocks.reading import as_read, mark
from quartier.search.snippets import excerpt, marked


@dataclass(frozen=True)
class Result:
    """One page found; title and excerpt in pieces, each with whether it is one of the words asked for.

    `language` is theirs where it is not the reader's; `trail` are the pages above, as readers meet them.
    """

    url: str
    title: list[tuple[str, bool]]
    excerpt: list[tuple[str, bool]]
    kind: str
    trail: list[Page]
    language: str = ""


def results(hits, findings, request):
    """The pages behind these hits, in their order, each opening in the reader's frame.

    One query, for the pages above them too; another one where those are in another language.
    """
    wanted = {hit.path for hit in hits}.union(*(_paths_above(hit.path) for hit in hits))
    pages = {page.path: page for page in _pages(wanted)}
    above = {path for hit in hits for path in _paths_above(hit.path) if path in pages}
    names = dict(zip(above, as_read(pages[path] for path in above), strict=True))
    return [_result(pages[hit.path], names, findings, request) for hit in hits if hit.path in pages]


def _pages(paths):
    return Page.objects.live().filter(path__in=paths).select_related("locale", "plain_text")


def _result(page, names, findings, request):
    language = findings.language
    return Result(
        url=mark(page).get_url(request),
        title=marked(page.title, findings.folds, language),
        excerpt=marked(excerpt(page.plain_text.text, findings.folds, language), findings.folds, language),
        kind=page.specific_class.called(),
        trail=[
            names[path] for path in _paths_above(page.path) if path in names and filled(names[path].title)
        ],
        language=page.foreign,
    )


def _paths_above(path):
    """The places between the home page and this one."""
    return [path[:end] for end in range(3 * Page.steplen, len(path), Page.steplen)]
