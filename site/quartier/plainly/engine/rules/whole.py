"""Rules 18, 20, 21: what only the whole text shows. Headings, pictures, and who has read it."""

from quartier.plainly.engine.findings import HINT, Mark
from quartier.plainly.engine.sentences import HEADING, PICTURE

MOST_BETWEEN_HEADINGS = 8
PICTURE_FROM = 3
"""A section of so many sentences deserves a picture."""


def sections(parts, counts):
    """Each section: the number of its first part, how many sentences it has, whether there is a picture."""
    found = [[None, 0, False]]
    for number, part in enumerate(parts):
        if part.kind == HEADING:
            found.append([number, 0, False])
            continue
        section = found[-1]
        section[2] = section[2] or part.kind == PICTURE
        if section[0] is None and counts[number]:
            section[0] = number
        section[1] += counts[number]
    return [section for section in found if section[0] is not None]


def few_headings(parts, counts):
    """18: more than eight sentences with no heading between them."""
    for first, count, _has_picture in sections(parts, counts):
        if count > MOST_BETWEEN_HEADINGS:
            yield first, Mark("18", 0, len(parts[first].text), reason="headings")


def no_picture(parts, counts):
    """20: a section without a picture."""
    for first, count, has_picture in sections(parts, counts):
        if count >= PICTURE_FROM and not has_picture:
            yield first, Mark("20", 0, len(parts[first].text))


def unread(checked_on, changed_on):
    """21: nobody of the target group has read the text, or it was changed since."""
    if checked_on is None:
        yield 0, Mark("21", 0, 0, weight=HINT, reason="never")
    elif changed_on is not None and changed_on > checked_on:
        yield 0, Mark("21", 0, 0, reason="older")
