"""From a question to the pages that answer it: in the reader's language, then those not translated."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from blocks.blanks import filled
from pages.words import base
from quartier.search.question import Asked, listen, words_of
from quartier.search.ranking import Hit, ranked
from quartier.search.spelling import Speller
from quartier.search.visible import readable_pages

MOST_LANGUAGES = 3
"""In which pages that are not translated are looked through; houses write in one, seldom in two."""


@dataclass(frozen=True)
class Findings:
    """What was found in one language, best first; which words to mark; what was read instead of the question.

    `elsewhere` is what was found among the pages that are not translated, in their own languages.
    """

    language: str = ""
    hits: list[Hit] = field(default_factory=list)
    folds: set[str] = field(default_factory=set)
    instead: str = ""
    nearby: list[str] = field(default_factory=list)
    elsewhere: list["Findings"] = field(default_factory=list)


def find(question, code):
    """Look for a question in one language, and in those of pages that are not translated into it.

    Three queries and two for each language; four more where a word has to be read as another.
    """
    places = _places(code)
    own = Search(question, code, places.pop(code, {}))
    if not own.asked:
        return Findings()
    most = sorted(places, key=lambda language: (-len(places[language]), language))[:MOST_LANGUAGES]
    others = [Search(question, language, places[language]) for language in most]
    heard = {spelling for search in (own, *others) for spelling in search.heard}
    found = own.findings(heard)
    elsewhere = [other.exactly for other in others]
    if not found.hits and not any(other.hits for other in elsewhere):
        elsewhere = [other.findings(heard) for other in others if other.asked]
    return Findings(
        code, found.hits, found.folds, found.instead, found.nearby, [one for one in elsewhere if one.hits]
    )


def _places(code):
    """Kind and path of the pages that readers of a language meet, by their own language and key."""
    places = defaultdict(dict)
    pages = readable_pages(code).values_list("language", "title", "pk", "content_type_id", "path")
    for language, title, page, *place in pages:
        if filled(title):
            places[language][page] = place
    return places


class Search:
    """A question in one language, asked of some pages. Two queries, and four to read words anew."""

    def __init__(self, question, code, places):
        self.code, self.language, self.places = code, base(code), places
        self.asked = words_of(question, code)

    @cached_property
    def hits(self):
        if not self.asked:
            return []
        listen(self.asked, self.language)
        return ranked(self.asked, self.places)

    @cached_property
    def unknown(self) -> list[Asked]:
        """The words of the question that none of these pages says."""
        return [
            one for number, one in enumerate(self.asked) if not any(hit.worth[number] for hit in self.hits)
        ]

    @property
    def heard(self):
        """The others, as they were typed."""
        return [one.spelling for one in self.asked if one not in self.unknown]

    @property
    def exactly(self):
        return Findings(self.code, self.hits, _folds(self.asked))

    def findings(self, heard):
        """Where a word is unknown here and was `heard` nowhere else, it is read as one that is known."""
        unknown = [one for one in self.unknown if one.spelling not in heard]
        if not unknown:
            return self.exactly
        speller = Speller(unknown, self.language, self.places)
        read = [other for one in self.asked for other in (speller.read(one) if one in unknown else [one])]
        if read == self.asked:
            nearby = [] if self.hits else speller.nearby(unknown[0])
            return Findings(self.code, self.hits, _folds(self.asked), nearby=nearby)
        instead = " ".join(one.spelling for one in read)
        return Findings(self.code, ranked(read, self.places), _folds(read), instead)


def _folds(asked):
    return {fold for one in asked for fold in one.answers.values()}
