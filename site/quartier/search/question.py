"""What is asked: the words of a question, and which words of the house answer each."""

from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from django.db.models import Q

from pages.words import SHORTEST_PART, Form, form_of, forms, is_stop_word, joined
from quartier.search.models import Word

MOST_WORDS = 8


@dataclass
class Asked:
    """One word of the question; the words of the house that are the same, and those that it is a part of."""

    form: Form
    spelling: str
    same: dict[int, str] = field(default_factory=dict)
    parts: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, word):
        """As if a word of the house had been asked for."""
        return cls(form_of(word.spelling, word.language), word.spelling, {word.pk: word.fold})

    @property
    def answers(self):
        """The words of the house that answer it: key and fold."""
        return self.same | self.parts

    @property
    def condition(self):
        """Words that may answer, for the database."""
        found = Q(fold=self.form.fold) | Q(stem=self.form.stem)
        if len(self.form.head) >= SHORTEST_PART:
            found |= Q(fold__startswith=self.form.head)
        if len(self.form.tail) >= SHORTEST_PART:
            found |= Q(fold__endswith=self.form.head) | Q(tail__endswith=self.form.tail)
        return found

    def listen(self, key, fold, stem, tail):
        """Note a word that answers."""
        form = self.form
        starts = len(form.head) >= SHORTEST_PART and fold.startswith(form.head)
        ends = len(form.tail) >= SHORTEST_PART and (fold.endswith(form.head) or tail.endswith(form.tail))
        if form.fold == fold or form.stem == stem:
            self.same[key] = fold
        elif starts or ends:
            self.parts[key] = fold


def words_of(question, code):
    """What is asked for, each word once; words that say nothing only if there are no others."""
    found = [Asked(form, spelling) for form, spelling in forms(joined(question), code).items()]
    telling = [one for one in found if not is_stop_word(one.form.fold, code)]
    return (telling or found)[:MOST_WORDS]


def listen(asked, language):
    """Note for each word of the question which words of the house answer it. One query."""
    words = Word.objects.filter(reduce(or_, (one.condition for one in asked)), language=language)
    for key, fold, stem, tail in words.values_list("pk", "fold", "stem", "tail"):
        for one in asked:
            one.listen(key, fold, stem, tail)
