"""Which services answer a question, by sets of their keys. No database, no framework.

A question has filters, each with the values that were chosen. Of the values of one filter one is enough; each
filter must hold. Day and part of the day must hold for the same time: who asks for Monday evening is not sent
to a service on Monday mornings and Friday evenings.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

AUDIENCE, TOPIC, DAY, PART, LANGUAGE = "fuer", "thema", "tag", "zeit", "sprache"
FREE, STEP_FREE, DROP_IN = "kostenlos", "stufenlos", "ohne-anmeldung"
FILTERS = (AUDIENCE, TOPIC, DAY, PART, LANGUAGE, FREE, STEP_FREE, DROP_IN)
"""By the names that stand in addresses."""

FIRST_GIVEN_UP = (PART, DAY, TOPIC, DROP_IN, FREE, AUDIENCE, LANGUAGE, STEP_FREE)
"""Who finds nothing can rather come at another time than climb stairs."""


@dataclass(frozen=True)
class Question:
    """The values chosen for each filter; a filter without values asks nothing."""

    chosen: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @classmethod
    def of(cls, chosen: dict[str, Iterable[str]]) -> "Question":
        return cls(tuple((name, tuple(chosen[name])) for name in FILTERS if chosen.get(name)))

    def values(self, name: str) -> tuple[str, ...]:
        return dict(self.chosen).get(name, ())

    @property
    def names(self) -> list[str]:
        return [name for name, _values in self.chosen]

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Filter and value, as an address names them."""
        return [(name, value) for name, values in self.chosen for value in values]

    def only(self, name: str, *values: str) -> "Question":
        """The same with other values for one filter; without any, that filter is dropped."""
        return self.of({**dict(self.chosen), name: values})

    def without(self, name: str, value: str) -> "Question":
        return self.only(name, *(each for each in self.values(name) if each != value))


@dataclass
class Stock:
    """All services that may be told of, in their order, and what each offers of what one can ask for."""

    order: list[int]
    having: dict[tuple[str, str], set[int]] = field(default_factory=lambda: defaultdict(set))
    at: dict[tuple[str, str], set[int]] = field(default_factory=lambda: defaultdict(set))
    """By day and part of the day, of the same time."""

    @property
    def days(self) -> list[str]:
        return sorted({day for day, _part in self.at})

    @property
    def parts(self) -> list[str]:
        return sorted({part for _day, part in self.at})

    def answers(self, question: Question) -> set[int]:
        """The services for which every filter holds."""
        found = set(self.order)
        for name, values in question.chosen:
            found &= self._alone(name, values, question)
        return found

    def sorted(self, found: set[int]) -> list[int]:
        return [key for key in self.order if key in found]

    def counts(self, question: Question, name: str, values: Iterable[str]) -> dict[str, int]:
        """How many each value of a filter would give, as the only one of its filter; all others hold."""
        others = self.answers(question.only(name))
        return {value: len(others & self._alone(name, (value,), question)) for value in values}

    def nearest(self, question: Question) -> tuple[Question, set[int]]:
        """The question with the fewest filters dropped that has an answer; no filter, if none has."""
        for number in range(1, len(question.chosen) + 1):
            for dropped in combinations([name for name in FIRST_GIVEN_UP if name in question.names], number):
                left = Question(tuple(each for each in question.chosen if each[0] not in dropped))
                if found := self.answers(left):
                    return left, found
        return Question(), set()

    def _alone(self, name, values, question):
        if name not in (DAY, PART):
            return set().union(*(self.having.get((name, value), ()) for value in values))
        days = values if name == DAY else question.values(DAY) or self.days
        parts = values if name == PART else question.values(PART) or self.parts
        return set().union(*(self.at.get(time, ()) for time in _times(days, parts)))


def _times(days: Iterable[str], parts: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((day, part) for day in days for part in parts)
