"""What the rules say, and how strictly they are taken."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from quartier.plainly.engine.lists import levels

ERROR, HINT = "error", "hint"


@dataclass(frozen=True)
class Level:
    """How strictly a text is read: the most words of a sentence, and what each rule weighs."""

    name: str
    words: tuple[int, int]
    rules: Mapping[str, str]


@lru_cache
def level(name: str) -> Level:
    """ "leicht" for Leichte Sprache, "plain" for plain German (Einfache Sprache, DIN 8581-1)."""
    stored = levels()[name]
    return Level(name, tuple(stored["words"]), stored["rules"])


@dataclass(frozen=True)
class Mark:
    """What a rule sees: from where to where in the text of its part, in characters.

    `proposal` can stand in the place of the marked words; `rather` is a word to think of, which may not fit
    as it is; `reason` tells apart what one rule sees in several ways; `weight` is there where it is not
    the rule's own.
    """

    rule: str
    start: int
    end: int
    proposal: str | None = None
    rather: str = ""
    reason: str = ""
    weight: str | None = None


@dataclass(frozen=True)
class Finding:
    """A mark in a text: in which part, in which sentence of it, and how much it weighs."""

    rule: str
    part: int
    start: int
    end: int
    severity: str
    proposal: str | None = None
    rather: str = ""
    reason: str = ""
    sentence: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Term:
    """A word of the centre's glossary: explained where it stands, and said in place of other words."""

    explanation: str = ""
    in_place_of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Terms:
    """The whole glossary, as it was handed in: words with their explanation or their `Term`."""

    words: Mapping[str, Term] = field(default_factory=dict)

    @classmethod
    def of(cls, glossary: Mapping[str, "str | Term"] | None) -> "Terms":
        terms = {
            word.casefold(): term if isinstance(term, Term) else Term(term)
            for word, term in (glossary or {}).items()
        }
        return cls(terms)

    def explains(self, *forms: str) -> bool:
        """Whether one of the forms of a word is explained on the page."""
        return any(
            form.casefold() in self.words and self.words[form.casefold()].explanation for form in forms
        )
