"""What is asked: the words of a question, and which words of the house answer each."""

from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q

from pages.words import SHORTEST_PART, Form, form_of, forms, is_stop_word, joined
from quartier.search.models import Mention, Word

MOST_WORDS = 8
# What a word is worth on a page: itself, or only as a part of a longer one; in the title, or below it.
SAME_IN_TITLE, PART_IN_TITLE, SAME, PART = 8, 6, 3, 1


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

    def listen(self, word):
        """Note a word that answers."""
        form = self.form
        starts = len(form.head) >= SHORTEST_PART and word.fold.startswith(form.head)
        ends = len(form.tail) >= SHORTEST_PART and (
            word.fold.endswith(form.head) or word.tail.endswith(form.tail)
        )
        if form.fold == word.fold or form.stem == word.stem:
            self.same[word.pk] = word.fold
        elif starts or ends:
            self.parts[word.pk] = word.fold

    def worth(self, word, in_title):
        if word in self.same:
            return SAME_IN_TITLE if in_title else SAME
        if word in self.parts:
            return PART_IN_TITLE if in_title else PART
        return 0


def words_of(question, language):
    """What is asked for, each word once; words that say nothing only if there are no others."""
    found = [Asked(form, spelling) for form, spelling in forms(joined(question), language).items()]
    telling = [one for one in found if not is_stop_word(one.form.fold, language)]
    return (telling or found)[:MOST_WORDS]


def heard(language, pages):
    """The words of a language that are read on these pages: no other word may be told to anybody."""
    mentions = Mention.objects.filter(word=OuterRef("pk"), page__in=pages)
    return Word.objects.filter(Exists(mentions), language=language)
