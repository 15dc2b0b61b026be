"""Typing errors forgiven: a word that nobody says is read as the nearest one that somebody says."""

from functools import reduce
from operator import or_

from django.db.models import Q
from django.db.models.functions import Length
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, JaroWinkler

from pages.words import SHORTEST_PART, form_of
from quartier.search.question import Asked

ALIKE = 70
MOST_WORDS_NEARBY = 3


class Speller:
    """Knows the words of the house that some words of a question could have meant. One query."""

    def __init__(self, unknown, words, language):
        self.language = language
        near = (Q(length__gte=len(one.form.fold) - 2, length__lte=len(one.form.fold) + 2) for one in unknown)
        stems = {part.stem for one in unknown for parts in _cuts(one.form.fold, language) for part in parts}
        wanted = reduce(or_, near) | Q(stem__in=stems)
        words = words.alias(length=Length("fold")).filter(wanted).order_by("fold")
        self.words = {word.fold: word for word in words}
        self.by_stem = {word.stem: word for word in self.words.values()}

    def read(self, one):
        """What was asked for instead: the nearest word, or the two that it is made of, or nothing else."""
        near = self._near(one.form.fold)
        if near:
            return [Asked(one.form, near[0].spelling, parts={word.pk: word.fold for word in near})]
        for parts in _cuts(one.form.fold, self.language):
            found = [self.by_stem.get(part.stem) for part in parts]
            if all(found):
                return [Asked.of(word) for word in found]
        return [one]

    def nearby(self, one):
        """Words that look a little like it, to ask back."""
        alike = process.extract(
            one.form.fold, list(self.words), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=MOST_WORDS_NEARBY
        )
        return [self.words[fold].spelling for fold, _score, _place in alike]

    def _near(self, fold):
        """The words at the smallest distance, if it is small enough; the likeliest first."""
        allowed = errors_forgiven(fold)
        found = process.extract(fold, list(self.words), scorer=OSA.distance, score_cutoff=allowed, limit=None)
        least = min((distance for _word, distance, _place in found), default=0)
        near = [word for word, distance, _place in found if distance == least and allowed]
        near.sort(key=lambda word: (-JaroWinkler.similarity(fold, word), word))
        return [self.words[word] for word in near]


def errors_forgiven(word):
    """How many letters may be wrong, missing, too many or swapped in a word of this length."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


def _cuts(fold, language):
    """The ways to take a German compound apart, with or without an s: Sommer|fest, Beratung|s|zeit."""
    if language != "de":
        return
    for place in range(SHORTEST_PART, len(fold) - SHORTEST_PART + 1):
        first, last = fold[:place], form_of(fold[place:], language)
        yield form_of(first, language), last
        if first.endswith("s") and place > SHORTEST_PART:
            yield form_of(first[:-1], language), last
