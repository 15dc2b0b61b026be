"""Typing errors forgiven: a word that nobody says is read as the nearest one that somebody says."""

from collections import defaultdict
from functools import reduce
from operator import or_

from django.db.models import Q
from django.db.models.functions import Length
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, JaroWinkler

from pages.words import SHORTEST_PART, form_of
from quartier.search.models import Mention, Word
from quartier.search.question import Asked

ALIKE = 75
MOST_LOOKED_AT, MOST_NEARBY = 30, 3


class Speller:
    """Knows what some words of a question could have meant. Three queries.

    Only words that are read on these pages: no other may be told to anybody.
    """

    def __init__(self, unknown, language, places):
        cuts = {one.form.fold: list(_cuts(one.form.fold, language)) for one in unknown}
        tails = {part.tail for pairs in cuts.values() for pair in pairs for part in pair}
        mentions = Mention.objects.filter(word__in=_candidates(unknown, language, tails))
        heard = {word for word, page in mentions.values_list("word_id", "page_id") if page in places}
        self.cuts, self.words, self.by_tail = cuts, {}, defaultdict(list)
        for word in Word.objects.filter(pk__in=heard).order_by("fold"):
            self.words[word.fold] = word
            self.by_tail[word.tail].append(word)

    def read(self, one):
        """What was asked for instead: the nearest word, or the two that it is made of, or nothing else."""
        near = self._near(one.form.fold)
        if near:
            return [Asked(one.form, near[0].spelling, parts={word.pk: word.fold for word in near})]
        for parts in self.cuts[one.form.fold]:
            found = [self._in_any_ending(part) for part in parts]
            if all(found):
                return [Asked.of(word) for word in found]
        return [one]

    def nearby(self, one):
        """Words that look a little like it, to ask back."""
        alike = process.extract(
            one.form.fold, list(self.words), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=MOST_NEARBY
        )
        return [self.words[fold].spelling for fold, _score, _place in alike]

    def _in_any_ending(self, part):
        """The word that a part of a compound is, or the shortest that differs from it in its ending only."""
        words = (
            word
            for word in self.by_tail[part.tail]
            if word.fold.startswith(part.fold) or part.fold.startswith(word.fold)
        )
        return min(words, key=lambda word: (word.fold != part.fold, len(word.fold)), default=None)

    def _near(self, fold):
        """The words at the smallest distance, if it is small enough; the likeliest first."""
        found = [(OSA.distance(fold, other), other) for other in self.words]
        least = min(found, default=(0, ""))[0]
        near = [other for distance, other in found if distance == least <= errors_forgiven(fold)]
        near.sort(key=lambda other: (-JaroWinkler.similarity(fold, other), other))
        return [self.words[other] for other in near]


def errors_forgiven(word):
    """How many letters may be wrong, missing, too many or swapped in a word of this length."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


def _candidates(unknown, language, tails):
    """The keys of the words that look most like the unknown ones, or are the last part of one."""
    lengths = (len(one.form.fold) for one in unknown)
    like = reduce(or_, (Q(length__gte=length - 2, length__lte=length + 2) for length in lengths))
    words = Word.objects.alias(length=Length("fold")).filter(like | Q(tail__in=tails), language=language)
    folds, keys = {}, set()
    for key, fold, tail in words.values_list("pk", "fold", "tail"):
        folds[key] = fold
        if tail in tails:
            keys.add(key)
    for one in unknown:
        for scorer in (OSA.normalized_similarity, fuzz.ratio):
            alike = process.extract(one.form.fold, folds, scorer=scorer, limit=MOST_LOOKED_AT)
            keys.update(key for _fold, _likeness, key in alike)
    return keys


def _cuts(fold, language):
    """The ways to take a German compound apart, with or without an s: Sommer|fest, Beratung|s|zeit."""
    if language != "de":
        return
    for place in range(SHORTEST_PART, len(fold) - SHORTEST_PART + 1):
        first, last = fold[:place], form_of(fold[place:], language)
        yield form_of(first, language), last
        if first.endswith("s") and place > SHORTEST_PART:
            yield form_of(first[:-1], language), last
