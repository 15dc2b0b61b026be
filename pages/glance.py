"""What is known of a thing, as one takes it in at a glance: signs, plain labels, and what is so."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fact:
    """One fact with the sign that stands beside it, and whether it helps people in (None: it depends).

    `language` is that of the words, where it is not the reader's.
    """

    sign: str
    words: str
    is_good: bool | None = None
    language: str = ""

    @property
    def is_missing(self):
        """Whether the sign shows what is not there."""
        return self.is_good is False and self.sign not in ("steps", "door")


@dataclass(frozen=True)
class Line:
    """One kind of fact: `words` first, then ways to act on them, then what else is to say.

    `url` is where a link leads; `title` is its text, and `language` that of the text where it is not the
    reader's. `details` are a summary and a longer text.
    """

    sign: str
    label: str
    words: tuple = ()
    url: str = ""
    title: str = ""
    language: str = ""
    phone: str = ""
    mail: str = ""
    person: object = None
    more: tuple = ()
    facts: tuple[Fact, ...] = ()
    alerts: tuple = ()
    details: tuple = ()
