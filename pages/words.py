"""Words as a search sees them. Text in, stems out: no framework."""


def stems(text: str, language: str) -> str:
    """The stems of a text's words, separated by blanks."""
    return text.lower()
