"""PURE  What a mail to many says in one language, ready to be handed over."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Content:
    """`html` and `text` say the same; where each person's own links go, `links.TOKEN` stands."""

    subject: str
    html: str
    text: str
