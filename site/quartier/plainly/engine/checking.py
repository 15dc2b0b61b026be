"""Reads a text by all rules of a level: parts in, findings and scores out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import takewhile
from math import inf
from time import monotonic

from quartier.plainly.engine.findings import Finding, Level, Mark, Term, Terms, level
from quartier.plainly.engine.rules import (
    clauses,
    compounds,
    figures,
    genitive,
    length,
    negation,
    signs,
    verbs,
    vocabulary,
    whole,
)
from quartier.plainly.engine.scores import Scores, scores
from quartier.plainly.engine.sentences import HEADING, PICTURE, Part, Sentence, sentences
from quartier.plainly.engine.tagging import make_ready

OF_A_SENTENCE = {
    "01": length.too_long,
    "02": verbs.passive,
    "03": genitive.genitive,
    "04": verbs.subjunctive,
    "05": compounds.long_compound,
    "06": figures.number_word,
    "07": figures.hard_number,
    "08": negation.negation,
    "09": signs.abbreviation,
    "10": signs.special_sign,
    "11": clauses.subordinate_clause,
    "12": verbs.preterite,
    "13": vocabulary.hard_word,
    "14": clauses.impersonal,
    "16": length.wide_line,
    "18": length.row_of_things,
}
HYPHEN, MEDIOPUNKT = "-", "·"


@dataclass(frozen=True)
class Options:
    """What holds for one whole text."""

    level: Level
    separator: str = HYPHEN
    terms: Terms = field(default_factory=Terms)
    until: float = inf
    """On the clock of `time.monotonic`: when to stop."""

    @property
    def has_time(self) -> bool:
        return monotonic() < self.until


@dataclass(frozen=True)
class Verdict:
    """All that is to be said about a text, in the order in which it is read."""

    findings: list[Finding]
    scores: Scores
    is_complete: bool = True

    def count(self, severity: str) -> int:
        return sum(finding.severity == severity for finding in self.findings)


def check(
    parts: Sequence[Part],
    level_name: str = "leicht",
    *,
    separator: str | None = None,
    glossary: Mapping[str, str | Term] | None = None,
    checked_on: date | None = None,
    changed_on: date | None = None,
    asks_who_read_it: bool = False,
    seconds: float = inf,
) -> Verdict:
    """Findings and scores of a text. Without `separator`, the sign that the text itself uses first holds.

    Rule 21 is asked only where somebody can answer: with `asks_who_read_it`, or a day on which it was read.
    After `seconds` it stops, and says so: the last sentences of a very odd text stay unread.
    """
    make_ready()
    options = Options(
        level(level_name), separator or _sign_of(parts), Terms.of(glossary), monotonic() + seconds
    )
    read = [_read(part, options) for part in parts]
    marks = [*_of_sentences(read, options), *_of_the_whole(parts, read, options)]
    if asks_who_read_it or checked_on:
        marks += [(part, mark, (0, 0)) for part, mark in whole.unread(checked_on, changed_on)]
    found = [_finding(part, mark, span, options.level) for part, mark, span in marks]
    found = sorted(filter(None, found), key=lambda finding: (finding.part, finding.start, finding.rule))
    said = [sentence for part, all_of_it in zip(parts, read, strict=True) for sentence in all_of_it]
    return Verdict(found, scores([[token.text for token in each.words] for each in said]), options.has_time)


def _read(part, options):
    if part.kind == PICTURE:
        return []
    return list(takewhile(lambda _sentence: options.has_time, sentences(part)))


def _of_sentences(read, options) -> Iterator[tuple[int, Mark, tuple[int, int]]]:
    for number, of_part in enumerate(read):
        for sentence in takewhile(lambda _sentence: options.has_time, of_part):
            for rule, look in OF_A_SENTENCE.items():
                if rule in options.level.rules and (sentence.is_readable or rule == "01"):
                    yield from ((number, mark, _span(sentence)) for mark in look(sentence, options))


def _of_the_whole(parts, read, options):
    counts = [len(of_part) for of_part in read]
    flat = [(number, sentence) for number, of_part in enumerate(read) for sentence in of_part]
    for place, mark in vocabulary.other_word([sentence for _number, sentence in flat], options):
        number, sentence = flat[place]
        yield number, mark, _span(sentence)
    looks = [whole.few_headings]
    if any(part.kind == HEADING for part in parts):
        looks.append(whole.no_picture)
    for look in looks:
        yield from ((number, mark, (0, len(parts[number].text))) for number, mark in look(parts, counts))


def _span(sentence: Sentence) -> tuple[int, int]:
    return sentence.start, sentence.end


def _finding(part, mark, span, strictness) -> Finding | None:
    """A mark with its weight: the level may take a rule more lightly than the mark does."""
    weight = strictness.rules.get(mark.rule)
    if weight is None:
        return None
    severity = mark.weight if mark.weight and weight == "error" else weight
    return Finding(
        mark.rule, part, mark.start, mark.end, severity, mark.proposal, mark.rather, mark.reason, span
    )


def _sign_of(parts):
    texts = [part.text for part in parts]
    return MEDIOPUNKT if any(sign in text for text in texts for sign in "·‧•") else HYPHEN
