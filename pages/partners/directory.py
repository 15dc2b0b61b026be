"""The list of partners as somebody asked for it: by words, kind and topic."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pages.partners.known import told, with_languages
from pages.partners.models.partner import Kind, PartnerPage
from pages.phrasing import capital
from pages.words import answers, forms, is_stop_word, joined


@dataclass(frozen=True)
class Choice:
    """One thing to choose: its value in the address, its name, whether it is chosen."""

    value: str
    name: str
    chosen: bool


class Directory:
    """Two queries, and the two of what is closed, however many partners there are. Nonsense is left out."""

    def __init__(self, asked, today):
        self.today, self.language = today, get_language()
        self.everyone = told(with_languages(PartnerPage.objects.all()), self.language)
        self._note_topics()
        topics = {topic.slug for each in self.everyone for topic in each.about}
        self.asked = {
            "q": asked["q"].strip(),
            "art": asked["art"] if asked["art"] in Kind.values else "",
            "thema": asked["thema"] if asked["thema"] in topics else "",
        }

    def _note_topics(self):
        through = PartnerPage.topics.through.objects
        rows = through.filter(partnerpage__in=[each.original_id for each in self.everyone])
        topics = defaultdict(list)
        for row in rows.select_related("topic").order_by("topic__slug"):
            topics[row.partnerpage_id].append(row.topic)
        for each in self.everyone:
            each.about = topics[each.original_id]

    @cached_property
    def found(self):
        words = forms(joined(self.asked["q"]), self.language)
        telling = [word for word in words if not is_stop_word(word.fold, self.language)] or list(words)
        return [each for each in self.everyone if self._is_wanted(each) and self._says(each, telling)]

    def _is_wanted(self, partner):
        kind, topic = self.asked["art"], self.asked["thema"]
        return kind in ("", partner.kind) and (not topic or topic in {each.slug for each in partner.about})

    def _says(self, partner, words):
        if not words:
            return not self.asked["q"]
        texts = [partner.title, partner.summary, partner.get_kind_display(), *map(str, partner.about)]
        said = list(forms(joined(" ".join(texts)), self.language))
        said += forms(" ".join(texts), self.language)
        return all(any(answers(one, word) for one in said) for word in words)

    @cached_property
    def groups(self):
        """Today's partners, and those to come, by what they are: heading and partners."""
        current = [each for each in self.found if not each.is_over_on(self.today)]
        by_kind = (
            (heading, [each for each in current if each.kind == kind]) for kind, heading in _headings()
        )
        return [group for group in by_kind if group[1]]

    @property
    def former(self):
        return [each for each in self.found if each.is_over_on(self.today)]

    @property
    def kinds(self):
        there = {each.kind for each in self.everyone}
        return [
            Choice(kind.value, capital(str(kind.label)), kind.value == self.asked["art"])
            for kind in Kind
            if kind.value in there
        ]

    @property
    def topics(self):
        there = {topic.slug: topic for each in self.everyone for topic in each.about}
        named = sorted(there.values(), key=lambda topic: str(topic).casefold())
        return [Choice(topic.slug, str(topic), topic.slug == self.asked["thema"]) for topic in named]

    @property
    def chosen(self):
        """What was asked for, each with the query that asks for all but that."""
        names = {name: choice.name for name, choice in self._named()}
        names["q"] = _("“%(words)s”") % {"words": self.asked["q"]}
        return [(names[name], self._without(name)) for name, value in self.asked.items() if value]

    def _named(self):
        yield "art", Choice("", capital(str(dict(Kind.choices).get(self.asked["art"], ""))), True)
        yield from (("thema", each) for each in self.topics if each.chosen)

    @property
    def query(self):
        """The end of an address that asks for the same."""
        return self._without("")

    def _without(self, name):
        return urlencode({key: value for key, value in self.asked.items() if value and key != name})


def _headings():
    return [
        (Kind.CARRIER, _("Who carries the house")),
        (Kind.COOPERATION, _("Who we work with")),
        (Kind.FUNDER, _("Who funds us")),
        (Kind.UMBRELLA, _("Where we are a member")),
    ]
