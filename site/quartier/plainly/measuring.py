"""How well the rules find what a careful person marks: the sample, read and compared."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from quartier.plainly.engine.checking import check
from quartier.plainly.engine.sentences import Part

SAMPLE = Path(__file__).parent / "sample"
TUNING, HELD_OUT, OTHERS = "tuning", "held_out", "others"
BOLD = re.compile(r"\*\*(.+?)\*\*")


@dataclass(frozen=True)
class Labelled:
    """A sentence and the rules that a person marked in it."""

    part: Part
    rules: frozenset[str]


@dataclass
class Tally:
    """What was marked rightly, wrongly and not, each by rule."""

    right: Counter = field(default_factory=Counter)
    wrong: Counter = field(default_factory=Counter)
    missed: Counter = field(default_factory=Counter)

    def precision(self, rule: str | None = None) -> float | None:
        return _ratio(_of(self.right, rule), _of(self.wrong, rule))

    def recall(self, rule: str | None = None) -> float | None:
        return _ratio(_of(self.right, rule), _of(self.missed, rule))

    @property
    def rules(self) -> list[str]:
        return sorted({*self.right, *self.wrong, *self.missed})


def _of(counter, rule):
    return counter[rule] if rule else counter.total()


def _ratio(right, other):
    return right / (right + other) if right + other else None


def sample(name: str) -> Iterator[Labelled]:
    """The sentences of one part of the sample."""
    for line in (SAMPLE / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            labels, _tab, text = line.partition("\t")
            yield Labelled(part_of(text), frozenset(labels.split(",")) - {"-"})


def part_of(text: str) -> Part:
    """A text with ** around what is bold."""
    plain, bold, place = "", [], 0
    for match in BOLD.finditer(text):
        plain += text[place : match.start()]
        bold.append((len(plain), len(plain) + len(match[1])))
        plain, place = plain + match[1], match.end()
    return Part(plain + text[place:], bold=tuple(bold))


def found_in(part: Part) -> set[str]:
    return {finding.rule for finding in check([part]).findings}


def tally(labelled: Iterable[Labelled]) -> Tally:
    """Compare each sentence by itself, in the strict level."""
    counts = Tally()
    for each in labelled:
        found = found_in(each.part)
        counts.right.update(found & each.rules)
        counts.wrong.update(found - each.rules)
        counts.missed.update(each.rules - found)
    return counts
