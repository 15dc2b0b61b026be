"""An issue as a mail: written in each reader's language, as HTML and as plain text."""

from pages.newsletters.composing.writing import compose, letter_of

__all__ = ["compose", "letter_of"]
