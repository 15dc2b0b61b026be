"""Which pages answer a question: all words in the title first, then all words, then some."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from pages.words import base
from quartier.search.models import Mention
from quartier.search.question import PART_IN_TITLE, heard, words_of
from quartier.search.spelling import Speller
from quartier.search.visible import visible_pages


@dataclass(frozen=True)
class Hit:
    """A page that answers: its key, its content type, its place in the tree."""

    page: int
    kind: int
    path: str


@dataclass(frozen=True)
class Findings:
    """What was found, best first; which words to mark; what was read instead of the question."""

    hits: list[Hit] = field(default_factory=list)
    folds: set[str] = field(default_factory=set)
    instead: str = ""
    nearby: list[str] = field(default_factory=list)


def find(question, code):
    """Look for a question in one language. At most five queries, whatever is found."""
    asked, language = words_of(question, code), base(code)
    if not asked:
        return Findings()
    pages = visible_pages(code)
    words = heard(language, pages)
    for word in words.filter(reduce(or_, (one.condition for one in asked))):
        for one in asked:
            one.listen(word)
    unknown = [one for one in asked if not one.answers]
    speller = Speller(unknown, words, language) if unknown else None
    read = [other for one in asked for other in ([one] if one.answers else speller.read(one))]
    hits = ranked(read, pages)
    return Findings(
        hits=hits,
        folds={fold for one in read for fold in one.answers.values()},
        instead=" ".join(one.spelling for one in read) if read != asked else "",
        nearby=[] if hits or not unknown else speller.nearby(unknown[0]),
    )


def ranked(asked, pages):
    """The pages that say any of the words. Equals stand in the order of the menu."""
    words = {word for one in asked for word in one.answers}
    mentions = Mention.objects.filter(word__in=words, page__in=pages).values_list(
        "page_id", "page__content_type_id", "page__path", "word_id", "in_title"
    )
    found = defaultdict(lambda: [0] * len(asked))
    for page, kind, path, word, in_title in mentions.order_by():
        worth = found[page, kind, path]
        for number, one in enumerate(asked):
            worth[number] = max(worth[number], one.worth(word, in_title))
    best_first = sorted(found, key=lambda key: (*_rank(found[key]), key[2]))
    return [Hit(*key) for key in best_first]


def _rank(worth):
    all_in_title = all(one >= PART_IN_TITLE for one in worth)
    return not all_in_title, -sum(map(bool, worth)), -sum(worth)
