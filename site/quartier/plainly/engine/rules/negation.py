"""Rule 08: few negations, and those in bold."""

from quartier.plainly.engine.findings import Mark
from quartier.plainly.engine.lists import words


def negation(sentence, _options):
    """A word that denies and is not bold."""
    for token in sentence.words:
        if _denies(token.low) and not sentence.is_bold(token):
            yield Mark("08", token.start, token.end, reason="bold")


def _denies(low):
    return any(
        low.startswith(word[:-1]) if word.endswith("*") else low == word for word in words("negations")
    )
