"""An excerpt around the words that were found, cut into pieces that are marked or not. No framework."""

from pages.words import form_of, words

LONGEST, SHORT = 220, 70


def marked(text: str, folds: set[str], language: str) -> list[tuple[str, bool]]:
    """The text in pieces, with each whether it is one of the words."""
    pieces, end = [], 0
    for word in _found(text, folds, language):
        pieces += [(text[end : word.start()], False), (word[0], True)]
        end = word.end()
    return [piece for piece in [*pieces, (text[end:], False)] if piece[0]]


def excerpt(text: str, folds: set[str], language: str) -> str:
    """Around the line that says most of the words, the first of several; cut at the ends of words.

    A short line, such as one of a list, brings those after it along.
    """
    lines = text.splitlines() or [""]
    best = max(range(len(lines)), key=lambda number: len(folds & set(_folds(lines[number], language))))
    said = lines[best]
    for line in lines[best + 1 :]:
        if len(said) >= SHORT:
            break
        said = f"{said} · {line}"
    return _cut(said, next((word.start() for word in _found(said, folds, language)), 0))


def _cut(text, place):
    """At most so many letters of a text, with a given place in it."""
    if len(text) <= LONGEST:
        return text
    start = min(max(0, place - LONGEST // 3), len(text) - LONGEST)
    if start:
        start = text.find(" ", start - 1) + 1
    end = len(text) if len(text) - start <= LONGEST else text.rfind(" ", start, start + LONGEST)
    end = end if end > start else start + LONGEST
    return ("… " if start else "") + text[start:end].strip() + (" …" if end < len(text) else "")


def _found(text, folds, language):
    return (word for word in words(text) if form_of(word[0], language).fold in folds)


def _folds(text, language):
    return (form_of(word[0], language).fold for word in words(text))
