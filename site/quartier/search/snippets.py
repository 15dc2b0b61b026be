"""An excerpt around the words that were found, cut into pieces that are marked or not. No framework."""

from pages.words import form_of, words

LONGEST = 220


def marked(text: str, folds: set[str], language: str) -> list[tuple[str, bool]]:
    """The text in pieces, with each whether it is one of the words."""
    pieces, end = [], 0
    for word in words(text):
        if form_of(word[0], language).fold in folds:
            pieces += [(text[end : word.start()], False), (word[0], True)]
            end = word.end()
    return [piece for piece in [*pieces, (text[end:], False)] if piece[0]]


def excerpt(text: str, folds: set[str], language: str, longest: int = LONGEST) -> str:
    """The line that says most of the words, the first of several, cut to a length at the ends of words."""
    lines = text.splitlines() or [""]
    best = max(lines, key=lambda line: len({fold for fold in _folds(line, language) if fold in folds}))
    if len(best) <= longest:
        return best
    places = [word.start() for word in words(best) if form_of(word[0], language).fold in folds]
    start = max(0, (places[0] if places else 0) - longest // 3)
    start = min(start, len(best) - longest)
    if start:
        start = best.find(" ", start - 1) + 1
    end = len(best) if len(best) - start <= longest else best.rfind(" ", start, start + longest)
    end = end if end > start else start + longest
    return ("… " if start else "") + best[start:end].strip() + (" …" if end < len(best) else "")


def _folds(line, language):
    return (form_of(word[0], language).fold for word in words(line))
