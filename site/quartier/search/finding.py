"""From a question to the pages that answer it."""

from dataclasses import dataclass, field

from blocks.blanks import filled
from pages.words import base
from quartier.search.question import listen, words_of
from quartier.search.ranking import Hit, ranked
from quartier.search.spelling import Speller
from quartier.search.visible import visible_pages


@dataclass(frozen=True)
class Findings:
    """What was found, best first; which words to mark; what was read instead of the question."""

    hits: list[Hit] = field(default_factory=list)
    folds: set[str] = field(default_factory=set)
    instead: str = ""
    nearby: list[str] = field(default_factory=list)


def find(question, code):
    """Look for a question in one language. At most eight queries, whatever is found."""
    asked, language = words_of(question, code), base(code)
    if not asked:
        return Findings()
    pages = visible_pages(code).values_list("title", "pk", "content_type_id", "path")
    places = {page: place for title, page, *place in pages if filled(title)}
    listen(asked, language)
    hits = ranked(asked, places)
    unknown = [one for number, one in enumerate(asked) if not any(hit.worth[number] for hit in hits)]
    if not unknown:
        return Findings(hits, _folds(asked))
    speller = Speller(unknown, language, places)
    read = [other for one in asked for other in (speller.read(one) if one in unknown else [one])]
    if read == asked:
        return Findings(hits, _folds(asked), nearby=[] if hits else speller.nearby(unknown[0]))
    return Findings(ranked(read, places), _folds(read), instead=" ".join(one.spelling for one in read))


def _folds(asked):
    return {fold for one in asked for fold in one.answers.values()}
